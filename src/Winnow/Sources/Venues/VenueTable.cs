namespace Winnow.Sources.Venues;

/// <summary>The names that <see cref="VenueNames"/> knows. Sources: the conferences' own sites, DBLP's and the ACL Anthology's venue lists.</summary>
internal static class VenueTable
{
    /// <summary>Acronyms, their older and informal variants, and journals with one fixed name: to the usual short name.</summary>
    internal static readonly Dictionary<string, string> Acronyms = Build(
        // Machine learning
        "NeurIPS|NIPS|Neural Information Processing Systems|Advances in Neural Information Processing Systems|Adv. Neural Inf. Process. Syst",
        "ICML|International Conference on Machine Learning|Int. Conf. Mach. Learn",
        "ICLR|International Conference on Learning Representations|Int. Conf. Learn. Represent",
        "AISTATS|AISTATS|International Conference on Artificial Intelligence and Statistics",
        "UAI|Conference on Uncertainty in Artificial Intelligence|Uncertainty in Artificial Intelligence",
        "COLT|Conference on Learning Theory|Annual Conference Computational Learning Theory",
        "ALT", "ACML|Asian Conference on Machine Learning", "AutoML", "CoLLAs", "MLSys", "ECML PKDD|ECML|ECML/PKDD|ECML-PKDD", "TMLR|Transactions on Machine Learning Research|Trans. Mach. Learn. Res",
        "JMLR|Journal of Machine Learning Research|J. Mach. Learn. Res", "Machine Learning|Mach. Learn", "Neural Computation|Neural Comput", "CPAL", "LoG|Learning on Graphs",
        // Artificial intelligence
        "AAAI|AAAI Conference on Artificial Intelligence|Proceedings of the AAAI Conference on Artificial Intelligence",
        "IJCAI|International Joint Conference on Artificial Intelligence", "ECAI|European Conference on Artificial Intelligence",
        "JAIR|Journal of Artificial Intelligence Research", "AAMAS", "ICAPS", "KR", "IJCNN", "ICANN",
        // Language
        "ACL|Annual Meeting of the Association for Computational Linguistics", "EMNLP|Conference on Empirical Methods in Natural Language Processing",
        "NAACL|NAACL-HLT|HLT-NAACL|North American Chapter of the Association for Computational Linguistics", "EACL", "AACL|AACL-IJCNLP", "IJCNLP",
        "COLING|International Conference on Computational Linguistics", "LREC|International Conference on Language Resources and Evaluation", "LREC-COLING", "CoNLL", "TACL|Transactions of the Association for Computational Linguistics",
        "Computational Linguistics|CL|Comput. Linguistics", "COLM|Conference on Language Modeling", "Findings of ACL|Findings", "SemEval", "*SEM|StarSem", "WMT", "INLG", "SIGDIAL",
        "IWSLT", "RANLP", "MT Summit|MTSummit", "AMTA", "EAMT", "JEP-TALN-RECITAL|JEPTALNRECITAL", "BioNLP", "BlackboxNLP", "RepL4NLP", "ClinicalNLP", "ArabicNLP", "VarDial", "CLPsych", "TrustNLP",
        "DravidianLangTech", "AmericasNLP", "NoDaLiDa", "CLiC-it|CLiCIT", "ArgMining", "SIGMORPHON", "TextGraphs", "NLP4ConvAI", "FinNLP", "SDP", "GeBNLP", "LaTeCH-CLfL|LaTeCHCLfL", "WS",
        // Vision and graphics
        "CVPR|IEEE Conference on Computer Vision and Pattern Recognition", "ICCV|International Conference on Computer Vision", "ECCV|European Conference on Computer Vision",
        "WACV", "BMVC|British Machine Vision Conference", "ACCV", "3DV", "TPAMI|IEEE Transactions on Pattern Analysis and Machine Intelligence|IEEE Trans. Pattern Anal. Mach. Intell",
        "IJCV|International Journal of Computer Vision", "MICCAI", "MIDL", "SIGGRAPH", "SIGGRAPH Asia", "ACM TOG|ACM Transactions on Graphics",
        // Speech, sound, music
        "Interspeech|INTERSPEECH", "ICASSP", "ASRU", "SLT", "Odyssey", "ISMIR", "DCASE", "WASPAA",
        "IEEE/ACM TASLP|TASLP|IEEE/ACM Transactions on Audio, Speech, and Language Processing",
        // Retrieval, data, the web
        "SIGIR", "ECIR", "CIKM", "WSDM", "RecSys", "KDD|SIGKDD", "WWW|TheWebConf|The Web Conference|TheWebConf24", "TREC", "CLEF", "ICTIR", "CHIIR", "ICDM", "SDM", "VLDB", "PVLDB", "SIGMOD", "ICDE", "ISWC", "JCDL", "TOIS|ACM Transactions on Information Systems",
        // Robotics, interaction, systems
        "ICRA", "IROS", "RSS|Robotics: Science and Systems|Proceedings of Robotics: Science and Systems", "CoRL|Conference on Robot Learning", "HRI", "CHI", "UIST", "FAccT", "AIES", "ACM MM|ACM Multimedia|MM", "ICME",
        "OSDI", "SOSP", "NSDI", "ASPLOS", "ISCA", "USENIX Security", "NDSS", "STOC", "FOCS", "SODA",
        // Everything
        "arXiv|CoRR|ArXiv.org|arXiv.org|ArXiv e-prints", "bioRxiv", "medRxiv", "Nature", "Science", "PNAS|Proceedings of the National Academy of Sciences", "PLOS ONE|PLoS ONE");

    /// <summary>Joint meetings, as the ACL Anthology lists them.</summary>
    internal static readonly Dictionary<string, string> Joint = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LREC,COLING"] = "LREC-COLING",
        ["COLING,LREC"] = "LREC-COLING",
        ["ACL,COLING"] = "ACL",
        ["COLING,ACL"] = "ACL",
        ["IJCNLP,AACL"] = "AACL",
    };

    /// <summary>Parts of long names that name one venue and no other; the first that fits counts.</summary>
    internal static readonly (string Phrase, string Name)[] Phrases =
    [
        ("Findings of the Association for Computational Linguistics", "Findings of ACL"),
        ("Neural Information Processing Systems", "NeurIPS"),
        ("North American Chapter of the Association for Computational Linguistics", "NAACL"),
        ("North American Chapter of the ACL", "NAACL"),
        ("European Chapter of the Association for Computational Linguistics", "EACL"),
        ("European Chapter of the ACL", "EACL"),
        ("Asia-Pacific Chapter of the Association for Computational Linguistics", "AACL"),
        ("Transactions of the Association for Computational Linguistics", "TACL"),
        ("Meeting of the Association for Computational Linguistics", "ACL"),
        ("Conference of the Association for Computational Linguistics", "ACL"),
        ("Meeting of the ACL", "ACL"),
        ("Meeting on Association for Computational Linguistics", "ACL"),
        ("Empirical Methods in Natural Language Processing", "EMNLP"),
        ("Computational Natural Language Learning", "CoNLL"),
        ("International Joint Conference on Natural Language Processing", "IJCNLP"),
        ("Conference on Computational Linguistics", "COLING"),
        ("Language Resources and Evaluation Conference", "LREC"),
        ("Conference on Language Resources and Evaluation", "LREC"),
        ("Conference on Language Modeling", "COLM"),
        ("Asian Conference on Machine Learning", "ACML"),
        ("European Conference on Machine Learning", "ECML PKDD"),
        ("International Conference on Machine Learning", "ICML"),
        ("Conference on Learning Representations", "ICLR"),
        ("Conference on Artificial Intelligence and Statistics", "AISTATS"),
        ("Conference on Uncertainty in Artificial Intelligence", "UAI"),
        ("Conference on Learning Theory", "COLT"),
        ("Journal of Machine Learning Research", "JMLR"),
        ("AAAI Conference on Artificial Intelligence", "AAAI"),
        ("National Conference on Artificial Intelligence", "AAAI"),
        ("Joint Conference on Artificial Intelligence", "IJCAI"),
        ("European Conference on Artificial Intelligence", "ECAI"),
        ("Winter Conference on Applications of Computer Vision", "WACV"),
        ("European Conference on Computer Vision", "ECCV"),
        ("Asian Conference on Computer Vision", "ACCV"),
        ("International Conference on Computer Vision", "ICCV"),
        ("Conference on Computer Vision and Pattern Recognition", "CVPR"),
        ("British Machine Vision Conference", "BMVC"),
        ("Conference on 3D Vision", "3DV"),
        ("Transactions on Pattern Analysis and Machine Intelligence", "TPAMI"),
        ("Medical Image Computing and Computer", "MICCAI"),
        ("International Speech Communication Association", "Interspeech"),
        ("Conference on Acoustics, Speech", "ICASSP"),
        ("Society for Music Information Retrieval", "ISMIR"),
        ("Research and Development in Information Retrieval", "SIGIR"),
        ("European Conference on Information Retrieval", "ECIR"),
        ("Information and Knowledge Management", "CIKM"),
        ("Conference on Web Search and Data Mining", "WSDM"),
        ("Conference on Recommender Systems", "RecSys"),
        ("Conference on Knowledge Discovery and Data Mining", "KDD"),
        ("Conference on Knowledge Discovery & Data Mining", "KDD"),
        ("World Wide Web Conference", "WWW"),
        ("ACM Web Conference", "WWW"),
        ("Text REtrieval Conference", "TREC"),
        ("Conference on Robotics and Automation", "ICRA"),
        ("Conference on Intelligent Robots and Systems", "IROS"),
        ("Robotics: Science and Systems", "RSS"),
        ("Conference on Robot Learning", "CoRL"),
        ("Human Factors in Computing Systems", "CHI"),
        ("Fairness, Accountability, and Transparency", "FAccT"),
        ("International Conference on Multimedia", "ACM MM"),
    ];

    /// <summary>How references to preprints begin.</summary>
    internal static readonly string[] Preprints = ["arXiv preprint", "arXiv:", "arXiv e-print", "CoRR abs", "CoRR, abs", "ArXiv abs", "Computing Research Repository"];

    private static Dictionary<string, string> Build(params ReadOnlySpan<string> rows)
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var names = row.Split('|');
            foreach (var name in names)
                table[name] = names[0];
        }

        return table;
    }
}
