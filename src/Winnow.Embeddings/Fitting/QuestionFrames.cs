namespace Winnow.Embeddings.Fitting;

/// <summary>Ways in which people begin a question to a search of papers. They teach the model that these words say nothing of the subject.</summary>
internal static class QuestionFrames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "which papers", "what papers are there on", "which studies have", "could you list the papers that",
        "can you name works that", "what research has been done on", "which work first", "who proposed",
        "are there any studies that explored", "please suggest papers about", "could you provide me some works that",
        "what are the papers related to", "in which studies has it been demonstrated that",
        "I am looking for research that", "find me articles on", "what methods have been proposed for",
        "which works use", "how can one", "how do I", "is there a paper that shows", "what is known about",
        "show me recent approaches to", "any references discussing", "what are examples of",
        "which publication introduced", "give me literature describing", "could you mention studies which investigate",
        "what problems are there in", "describe", "what efforts were made to",
    ];
}
