namespace Winnow.Sources.ArXiv;

/// <summary>arXiv's categories by field, with the names that arXiv gives them (arxiv.org/category_taxonomy), as people choose from them.</summary>
public static class ArXivCategories
{
    /// <summary>The fields in which Winnow's readers mostly are come first.</summary>
    public static IReadOnlyList<ArXivField> Fields { get; } =
    [
        Field("Machine learning, language and vision", """
            cs.LG Machine learning
            cs.CL Computation and language
            cs.CV Computer vision and pattern recognition
            cs.AI Artificial intelligence
            stat.ML Machine learning (statistics)
            cs.IR Information retrieval
            cs.RO Robotics
            cs.NE Neural and evolutionary computing
            cs.MA Multiagent systems
            cs.SD Sound
            eess.AS Audio and speech processing
            eess.IV Image and video processing
            cs.MM Multimedia
            """),
        Field("Computer science", """
            cs.AR Hardware architecture
            cs.CC Computational complexity
            cs.CE Computational engineering, finance and science
            cs.CG Computational geometry
            cs.CR Cryptography and security
            cs.CY Computers and society
            cs.DB Databases
            cs.DC Distributed, parallel and cluster computing
            cs.DL Digital libraries
            cs.DM Discrete mathematics
            cs.DS Data structures and algorithms
            cs.ET Emerging technologies
            cs.FL Formal languages and automata theory
            cs.GR Graphics
            cs.GT Computer science and game theory
            cs.HC Human-computer interaction
            cs.IT Information theory
            cs.LO Logic in computer science
            cs.MS Mathematical software
            cs.NA Numerical analysis
            cs.NI Networking and internet architecture
            cs.OS Operating systems
            cs.PF Performance
            cs.PL Programming languages
            cs.SC Symbolic computation
            cs.SE Software engineering
            cs.SI Social and information networks
            cs.SY Systems and control
            """),
        Field("Statistics, engineering, economics", """
            stat.AP Applications of statistics
            stat.CO Statistical computation
            stat.ME Statistical methodology
            stat.TH Statistics theory
            eess.SP Signal processing
            eess.SY Systems and control (engineering)
            econ.EM Econometrics
            econ.GN General economics
            econ.TH Theoretical economics
            q-fin.CP Computational finance
            q-fin.GN General finance
            q-fin.MF Mathematical finance
            q-fin.PM Portfolio management
            q-fin.PR Pricing of securities
            q-fin.RM Risk management
            q-fin.ST Statistical finance
            q-fin.TR Trading and market microstructure
            """),
        Field("Biology", """
            q-bio.BM Biomolecules
            q-bio.CB Cell behavior
            q-bio.GN Genomics
            q-bio.MN Molecular networks
            q-bio.NC Neurons and cognition
            q-bio.OT Other quantitative biology
            q-bio.PE Populations and evolution
            q-bio.QM Quantitative methods
            q-bio.SC Subcellular processes
            q-bio.TO Tissues and organs
            """),
        Field("Physics", """
            astro-ph.CO Cosmology and nongalactic astrophysics
            astro-ph.EP Earth and planetary astrophysics
            astro-ph.GA Astrophysics of galaxies
            astro-ph.HE High energy astrophysical phenomena
            astro-ph.IM Instrumentation and methods for astrophysics
            astro-ph.SR Solar and stellar astrophysics
            cond-mat.dis-nn Disordered systems and neural networks
            cond-mat.mes-hall Mesoscale and nanoscale physics
            cond-mat.mtrl-sci Materials science
            cond-mat.quant-gas Quantum gases
            cond-mat.soft Soft condensed matter
            cond-mat.stat-mech Statistical mechanics
            cond-mat.str-el Strongly correlated electrons
            cond-mat.supr-con Superconductivity
            gr-qc General relativity and quantum cosmology
            hep-ex High energy physics: experiment
            hep-lat High energy physics: lattice
            hep-ph High energy physics: phenomenology
            hep-th High energy physics: theory
            math-ph Mathematical physics
            nlin Nonlinear sciences
            nucl-ex Nuclear experiment
            nucl-th Nuclear theory
            physics.ao-ph Atmospheric and oceanic physics
            physics.bio-ph Biological physics
            physics.chem-ph Chemical physics
            physics.comp-ph Computational physics
            physics.data-an Data analysis, statistics and probability
            physics.flu-dyn Fluid dynamics
            physics.geo-ph Geophysics
            physics.med-ph Medical physics
            physics.optics Optics
            physics.plasm-ph Plasma physics
            physics.soc-ph Physics and society
            quant-ph Quantum physics
            """),
        Field("Mathematics", """
            math.AC Commutative algebra
            math.AG Algebraic geometry
            math.AP Analysis of partial differential equations
            math.AT Algebraic topology
            math.CA Classical analysis and ordinary differential equations
            math.CO Combinatorics
            math.CT Category theory
            math.CV Complex variables
            math.DG Differential geometry
            math.DS Dynamical systems
            math.FA Functional analysis
            math.GR Group theory
            math.GT Geometric topology
            math.LO Logic
            math.MG Metric geometry
            math.NA Numerical analysis
            math.NT Number theory
            math.OA Operator algebras
            math.OC Optimization and control
            math.PR Probability
            math.QA Quantum algebra
            math.RA Rings and algebras
            math.RT Representation theory
            math.SG Symplectic geometry
            math.SP Spectral theory
            math.ST Statistics theory (mathematics)
            """),
    ];

    private static readonly Dictionary<string, string> Names = Fields.SelectMany(field => field.Categories).ToDictionary(category => category.Code, category => category.Name);

    /// <summary>A category's plain name; null for one that is not listed.</summary>
    public static string? NameOf(string code) => Names.GetValueOrDefault(code);

    private static ArXivField Field(string name, string categories) =>
        new(name, [.. categories.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1]))]);
}
