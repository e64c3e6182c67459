namespace Winnow.Tests.Sources;

/// <summary>
/// What reading each file of the data pack gives: <c>path | format | records or counts | rejections</c>, or for what is no paper metadata <c>path | - | words of the
/// sentence that says what it is</c>. The counts were checked against the files: records of XML, JSON and tables were counted by other programs.
/// </summary>
internal static class SampleTable
{
    internal static IReadOnlyList<string[]> Rows { get; } =
        [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    private const string Text = """
        README.md | - | Markdown
        SHA256SUMS | - | no format that Winnow knows
        hf-daily/papers.jsonl.gz | winnow | 9881 | 0
        hf-daily/votes.jsonl.gz | votes | 31996 | 0
        neurips2019/notes/Day1_Sunday.md | - | Markdown
        neurips2019/notes/Day2_Monday.md | - | Markdown
        neurips2019/notes/Day3_Tuesday.md | - | Markdown
        neurips2019/notes/Day4_Wednesday.md | - | Markdown
        neurips2019/notes/Day5_Thursday.md | - | Markdown
        neurips2019/notes/Day6-7_Friday-Saturday.md | - | Markdown
        neurips2019/notes/Day7_Saturday.md | - | Markdown
        neurips2019/notes/InterestingStuffToLookAfterwards.md | - | Markdown
        neurips2019/notes/InvitedSpeakers.md | - | Markdown
        neurips2019/papers.jsonl.gz | winnow | 1428 | 0
        neurips2019/programme/Day1_Sunday.md | - | Markdown
        neurips2019/programme/Day2_Monday.md | - | Markdown
        neurips2019/programme/Day3_Tuesday.md | - | Markdown
        neurips2019/programme/Day4_Wednesday.md | - | Markdown
        neurips2019/programme/Day5_Thursday.md | - | Markdown
        neurips2019/programme/Day6-7_Friday-Saturday.md | - | Markdown
        neurips2019/programme/FullSchdule.md | - | Markdown
        neurips2019/programme/posters.csv | csv | 1428 | 0
        papers/acl-anthology.jsonl.gz | winnow | 50514 | 0
        papers/aicpl.jsonl.gz | winnow | 22027 | 0
        papers/arxiv-daily.jsonl.gz | winnow | 23286 | 0
        papers/icml-2024.jsonl.gz | winnow | 2247 | 0
        papers/neurips-2022-2023.jsonl.gz | winnow | 5960 | 0
        papers/paperlists.jsonl.gz | winnow | 87567 | 0
        papers/sample-500.jsonl | winnow | 500 | 0
        raw/FILES.tsv | - | a table without a title column
        raw/acl-anthology/1995.tmi.xml | acl-anthology | 28 | 0
        raw/acl-anthology/2021.tacl.xml | acl-anthology | 93 | 0
        raw/acl-anthology/2022.semeval.xml | acl-anthology | 233 | 0
        raw/acl-anthology/2025.bea.xml | acl-anthology | 103 | 0
        raw/acl-order/naacl2019-main.tsv | csv | 13 | 0
        raw/acl-order/naacl2019-manually_combined_id_map.txt | - | no format that Winnow knows
        raw/acl-order/naacl2019-manually_combined_order | - | ACL's order format
        raw/acl-order/naacl2019-plenary-info.tsv | - | a table without a title column
        raw/arxiv-api/error-bad-id.xml | arxiv-api | 0 | 1
        raw/arxiv-api/id-none.xml | arxiv-api | 0 | 0
        raw/arxiv-api/id-old-style.xml | arxiv-api | 1 | 0
        raw/arxiv-api/id-one.xml | arxiv-api | 1 | 0
        raw/arxiv-api/id-two-one-missing.xml | arxiv-api | 1 | 0
        raw/arxiv-api/query-10.xml | arxiv-api | 10 | 0
        raw/arxiv-api/query-100.xml | arxiv-api | 100 | 0
        raw/arxiv-api/query-start-50.xml | arxiv-api | 10 | 0
        raw/arxiv-daily/2026-06-30.jsonl | winnow | 674 | 0
        raw/arxiv-feed/cs.AI-2025-08-20.atom.xml | feed | 7 | 0
        raw/arxiv-oai/GetRecord-arXiv-0.xml | oai-pmh | 1 | 0
        raw/arxiv-oai/GetRecord-arXiv-4.xml | oai-pmh | 1 | 0
        raw/arxiv-oai/GetRecord-arXiv-8.xml | oai-pmh | 1 | 0
        raw/arxiv-oai/ListRecords-arXiv-hep-ex.xml | oai-pmh | 3 | 0
        raw/arxiv-oai/ListRecords-arXiv-hep-th.xml | oai-pmh | 3 | 0
        raw/arxiv-oai/ListRecords-arXivRaw-2026.xml | oai-pmh | 3 | 0
        raw/arxiv-oai/other-ListRecords-oai_dc.xml | oai-pmh | 16 | 0
        raw/arxiv-oai/other-sickle-Identify.xml | oai-pmh | 0 | 1
        raw/arxiv-oai/other-sickle-ListRecords.xml | oai-pmh | 1 | 1
        raw/arxiv-oai/other-sickle-ListSets.xml | oai-pmh | 0 | 1
        raw/bibtex/commonmeta-pure.bib | bibtex | 1 | 0
        raw/bibtex/jabref-SearchExamples.bib | bibtex | 15 | 0
        raw/bibtex/jabref-biblatex-software.bib | bibtex | 8 | 1
        raw/bibtex/jabref-complex.bib | bibtex | 20 | 0
        raw/bibtex/jabref-crossref.bib | bibtex | 3 | 1
        raw/bibtex/jabref-jabref-authors.bib | bibtex | 209 | 3
        raw/bibtex/jabref-testjabref.bib | bibtex | 156 | 0
        raw/bibtex/jabref-utf8-bom.bib | bibtex | 1 | 1
        raw/bibtex/wild-ir_datasets.bib | bibtex | 113 | 0
        raw/bibtex/wild-lab-site.bib | bibtex | 5 | 0
        raw/bibtex/wild-neurips2024-submission.bib | bibtex | 68 | 0
        raw/bibtex/wild-scisumm-ref.bib | bibtex | 6 | 1
        raw/citation-strings/references-with-doi-first-400.json | - | reference strings
        raw/crossref/list.json | crossref | 13 | 7
        raw/crossref/query-0.json | crossref | 20 | 0
        raw/crossref/work.json | crossref | 1 | 0
        raw/frab/debconf23.xml | - | frab
        raw/frab/fosdem_2021.xml.gz | - | frab
        raw/frab/hub-schedule2.json | - | frab
        raw/frab/pretalx-schedule.json | - | frab
        raw/hf-daily/2024-05-27.json | huggingface | 13 | 0
        raw/hf-daily/2024-12-11.json | huggingface | 0 | 1
        raw/hf-daily/2025-01-10.json | huggingface | 0 | 1
        raw/hf-daily/2025-06-16.json | huggingface | 9 | 0
        raw/hf-daily/2025-09-30.json | huggingface | 50 | 0
        raw/hf-daily/2026-08-21.json | huggingface | 17 | 0
        raw/hf-daily/feed.xml | feed | 30 | 0
        raw/hf-daily/feed_weekly.xml | feed | 6 | 0
        raw/ical/jres_2022.ics | - | iCalendar
        raw/ical/kielux_2020.ics | - | iCalendar
        raw/ical/linux_conf_au_2020.ics | - | iCalendar
        raw/mini-conf/acl2020/config.yml | - | YAML
        raw/mini-conf/acl2020/demo_papers.csv | csv | 43 | 0
        raw/mini-conf/acl2020/main_paper_sessions.yml | - | YAML
        raw/mini-conf/acl2020/main_papers.csv | csv | 778 | 0
        raw/mini-conf/acl2020/overall_calendar.json | - | calendar in JSON
        raw/mini-conf/acl2020/paper_recs.json | - | no objects that could be papers
        raw/mini-conf/acl2020/papers_projection.json | - | positions of papers
        raw/mini-conf/acl2020/plenary_sessions.yml | - | YAML
        raw/mini-conf/acl2020/srw_papers.csv | csv | 48 | 0
        raw/mini-conf/acl2020/tacl_papers.csv | csv | 31 | 0
        raw/mini-conf/acl2020/tutorials.yml | - | YAML
        raw/mini-conf/acl2020/workshops.yml | - | YAML
        raw/mini-conf/emnlp2020/main_papers.csv | csv | 781 | 0
        raw/mini-conf/emnlp2020/paper_sessions.yml | - | YAML
        raw/mini-conf/emnlp2023/conference.json.gz | mini-conf | 1827 | 0
        raw/mini-conf/iclr2020/oral_schedule.yml | - | YAML
        raw/mini-conf/iclr2020/poster_schedule.yml | - | YAML
        raw/mini-conf/iclr2020/schedule.yml | - | YAML
        raw/mini-conf/ismir2024/events.csv | - | a table without a title column
        raw/mini-conf/ismir2024/papers.csv | csv | 113 | 0
        raw/mini-conf/ismir2024/sample_cal.ics | - | iCalendar
        raw/openalex/get_random_id_from_openalex-0.json | openalex | 1 | 0
        raw/openalex/get_random_id_from_openalex-1.json | openalex | 5 | 0
        raw/openalex/journal_article-0.json | openalex | 1 | 0
        raw/openalex/posted_content-0.json | openalex | 1 | 0
        raw/openalex/proceedings_article-0.json | openalex | 1 | 0
        raw/openalex/too_many_contributor_names-0.json | openalex | 1 | 0
        raw/openreview/iclr2020-notes-v1.json | openreview | 25 | 0
        raw/openreview/note-v2-from-documentation.json | openreview | 1 | 0
        raw/paperlists/colm2024-first-5.json | paperlists | 5 | 0
        raw/paperlists/rss2016.json | paperlists | 47 | 0
        raw/programme-markdown/neurips2023-Poster_Session1.md.gz | - | Markdown
        raw/ris/commonmeta-crossref.ris | ris | 1 | 0
        raw/ris/commonmeta-pure.ris | ris | 1 | 0
        raw/ris/commonmeta-ris_bug.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest1.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest3.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest4a.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest4b.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest4c.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest5a.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest5b.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest6.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest7.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest8_date.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTest9.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTestDOI.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTestDoiAndJournalTitle.ris | ris | 0 | 1
        raw/ris/jabref-RisImporterTestScience.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTestScopus.ris | ris | 1 | 0
        raw/ris/jabref-RisImporterTestWithEmptyER.ris | ris | 1 | 0
        raw/ris/rispy-example_basic.ris | ris | 1 | 0
        raw/ris/rispy-example_bom.ris | ris | 0 | 1
        raw/ris/rispy-example_custom_list_tags.ris | ris | 0 | 1
        raw/ris/rispy-example_empty_tag.ris | ris | 1 | 0
        raw/ris/rispy-example_extraneous_data.ris | ris | 2 | 0
        raw/ris/rispy-example_full.ris | ris | 2 | 0
        raw/ris/rispy-example_full_without_whitespace.ris | ris | 2 | 0
        raw/ris/rispy-example_full_write.ris | ris | 2 | 0
        raw/ris/rispy-example_multi_unknown_tags.ris | ris | 1 | 0
        raw/ris/rispy-example_multiline.ris | ris | 0 | 3
        raw/ris/rispy-example_single_unknown_tag.ris | ris | 1 | 0
        raw/ris/rispy-example_starting_newlines.ris | ris | 1 | 0
        raw/ris/rispy-example_urls.ris | ris | 4 | 0
        raw/ris/rispy-example_utf_chars.ris | ris | 1 | 0
        raw/ris/rispy-example_wos.ris | ris | 2 | 0
        raw/semanticscholar/get_paper_references-0.json | semantic-scholar | 50 | 0
        raw/semanticscholar/get_paper_references-1.json | semantic-scholar | 17 | 0
        raw/semanticscholar/get_papers_not_found_warning-0.json | semantic-scholar | 3 | 1
        raw/semanticscholar/get_recommended_papers-0.json | semantic-scholar | 100 | 0
        raw/semanticscholar/not_found-0.json | semantic-scholar | 0 | 1
        raw/semanticscholar/not_found-1.json | semantic-scholar | 0 | 1
        raw/semanticscholar/search_paper-0.json | semantic-scholar | 100 | 0
        raw/semanticscholar/search_paper_open_access_pdf-0.json | semantic-scholar | 0 | 100
        raw/semanticscholar/search_paper_publication_types-0.json | semantic-scholar | 0 | 100
        raw/semanticscholar/search_paper_publication_types-1.json | semantic-scholar | 0 | 100
        search-dev/README.md | - | Markdown
        search-dev/cisi/corpus.jsonl.gz | winnow | 1460 | 0
        search-dev/cisi/meta.json | - | finds no papers
        search-dev/cisi/qrels.tsv | - | a table without a title column
        search-dev/cisi/queries.jsonl | - | finds no papers
        search-dev/scholar/corpus-ids.txt.gz | - | no format that Winnow knows
        search-dev/scholar/qrels.tsv | - | a table without a title column
        search-dev/scholar/queries.jsonl | - | finds no papers
        seeds/000_0a6411b869f005bc.txt | - | Markdown
        seeds/001_567fcdf441c92c99.txt | - | Markdown
        seeds/002_83b741a81c779145.txt | - | no format that Winnow knows
        seeds/003_be4a6e4ab864d867.txt | search-page | 220 | 0
        seeds/004_59c4fb2a673215a3.txt | search-page | 58 | 0
        seeds/papers-from-003.jsonl | winnow | 220 | 0
        seeds/papers-from-004.jsonl | winnow | 58 | 0
        """;
}
