using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace Winnow.Index.Tests.Kernels;

/// <summary>
/// <c>./do ci</c> runs every test of <c>Kind=Kernel</c> once as the processor is and once more with each of these switched off. A switch that the runtime
/// no longer knows would test the same code twice and say nothing, so each run proves that its switch works.
/// </summary>
[Trait("Kind", "Kernel")]
public sealed class InstructionSetTests
{
    [Fact]
    public void Without_AVX512_there_are_no_512_bit_vectors() => AssertOffWhenSwitchedOff("EnableAVX512", Avx512F.IsSupported || Vector512.IsHardwareAccelerated);

    [Fact]
    public void Without_AVX2_there_are_no_256_bit_vectors() => AssertOffWhenSwitchedOff("EnableAVX2", Avx2.IsSupported || Vector256.IsHardwareAccelerated);

    [Fact]
    public void Without_intrinsics_there_are_no_vectors() => AssertOffWhenSwitchedOff("EnableHWIntrinsic", Vector128.IsHardwareAccelerated);

    private static void AssertOffWhenSwitchedOff(string name, bool isOn) =>
        Assert.False(isOn && Environment.GetEnvironmentVariable($"DOTNET_{name}") == "0", $"DOTNET_{name}=0 is set, and the instructions are still there.");
}
