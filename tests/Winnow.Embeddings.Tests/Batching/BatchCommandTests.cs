using Winnow.Embeddings.Batching;
using Xunit;

namespace Winnow.Embeddings.Tests.Batching;

/// <summary>Real commands that take a megabyte an item: <c>tail</c> keeps a line that does not end, and holds it until somebody reads.</summary>
public sealed class BatchCommandTests
{
    private const int MebiByte = 1 << 20;
    private const string Hold = "head -c $(({batch} * 1048576)) /dev/zero | tail -n 1 | (sleep 0.5; wc -c)";

    public BatchCommandTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is watched in /proc.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_that_does_not_exist_is_named()
    {
        var failure = await Assert.ThrowsAsync<BatchCommandException>(() => Command(null, "winnow-no-such-program", "{batch}").FindAsync(100, null, Cancel));
        Assert.StartsWith("winnow-no-such-program cannot be started", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_fails_for_another_reason_ends_the_search_with_its_words()
    {
        var failure = await Assert.ThrowsAsync<BatchCommandException>(() => Command(null, "sh", "-c", "echo no data for {batch} >&2; exit 3").FindAsync(100, null, Cancel));
        Assert.Equal("With a batch of 1 the command ended with code 3, and nothing it said is about memory.", failure.Message);
        Assert.Equal("no data for 1\n", failure.Said);
    }

    [Fact]
    public async Task A_command_that_does_not_end_is_ended()
    {
        var command = new BatchCommand(["sh", "-c", "sleep 60 # {batch}"], null, TimeSpan.FromSeconds(0.2), TimeProvider.System);
        Assert.StartsWith("The command had not ended after 0.2 s", (await Assert.ThrowsAsync<BatchCommandException>(() => command.FindAsync(100, null, Cancel))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_command_leaves_running_is_not_waited_for()
    {
        using var folder = new OwnFolder();
        var left = folder.At("left");
        try
        {
            // It holds the command's standard output, so that this does not end with the command.
            var probe = await Command(null, "sh", "-c", $"sleep 600 & echo $! > {left}; echo said {{batch}}; exit 0").RunAsync(1, Cancel).WaitAsync(TimeSpan.FromMinutes(5), Cancel);
            Assert.True(probe.Fits);
        }
        finally
        {
            using var sleeper = System.Diagnostics.Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(left, Cancel), System.Globalization.CultureInfo.InvariantCulture));
            sleeper.Kill();
        }
    }

    [Fact]
    public async Task Memory_is_measured_over_all_that_a_command_starts_and_a_limit_holds()
    {
        var finding = await Command(200L * MebiByte, "sh", "-c", Hold).FindAsync(100_000, null, Cancel);
        Assert.InRange(finding.Largest, 0.85 * 192, 200);
        Assert.InRange(finding.Probes.Count, 2, BatchPlanner.Runs);
    }

    [Theory]
    [InlineData("exit 137")]
    [InlineData("echo 'torch.cuda.OutOfMemoryError: CUDA out of memory.' >&2; exit 1")]
    [InlineData("echo 'MemoryError'; exit 1")]
    [InlineData("echo 'terminate called after throwing an instance of std::bad_alloc' >&2; exit 134")]
    public async Task However_a_command_says_that_memory_ran_out_a_smaller_batch_is_tried(string failure)
    {
        var finding = await Command(null, "sh", "-c", "if [ {batch} -gt 20 ]; then " + failure + "; fi").FindAsync(64, null, Cancel);
        Assert.InRange(finding.Largest, 10, 20);
        Assert.Contains(finding.Probes, probe => !probe.Fits);
    }

    [Fact]
    public void The_nearest_limit_of_nested_control_groups_counts()
    {
        using var folder = new OwnFolder();
        Group(folder.Root, "", "memory.max", "max", "memory.current", "900", "memory.stat", "inactive_file 1");
        Group(folder.Root, "a", "memory.max", "1000", "memory.current", "600", "memory.stat", "anon 3\ninactive_file 100");
        Group(folder.Root, "a/b", "memory.max", "5000", "memory.current", "500");
        var limits = MachineMemory.ControlGroups(["0::/a/b"], folder.Root).ToList();
        Assert.Equal([4500, 500], limits.Select(limit => limit.Bytes));
        Assert.Equal("memory of the control group /a", limits[1].Name);
    }

    [Fact]
    public void Control_groups_of_version_1_are_read_beside_others()
    {
        using var folder = new OwnFolder();
        Group(folder.Root, "memory/x", "memory.limit_in_bytes", "2000", "memory.usage_in_bytes", "500", "memory.stat", "total_inactive_file 0");
        Group(folder.Root, "memory", "memory.limit_in_bytes", "9223372036854771712", "memory.usage_in_bytes", "5");
        Assert.Equal([1500], MachineMemory.ControlGroups(["5:cpu:/x", "4:memory:/x", "0::/"], folder.Root).Select(limit => limit.Bytes));
    }

    [Fact]
    public void What_the_kernel_killed_in_a_control_group_is_counted()
    {
        using var folder = new OwnFolder();
        Group(folder.Root, "memory/x", "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 3");
        Group(folder.Root, "a", "memory.events", "oom 9\noom_kill 2\noom_group_kill 0");
        Assert.Equal(3, MachineMemory.Kills(["4:memory:/x", "0::/"], folder.Root));
        Assert.Equal(2, MachineMemory.Kills(["0::/a"], folder.Root));
        Assert.Equal(0, MachineMemory.Kills(["0::/none"], folder.Root));
    }

    [Fact]
    public void An_answer_is_remembered_for_its_command_and_limit()
    {
        using var folder = new OwnFolder();
        var file = Path.Combine(folder.Root, "sizes.json");
        var found = new RememberedBatch("train {batch}", 64, 32, 5.5, DateTimeOffset.UnixEpoch);
        new BatchMemory(file).Keep(["train", "{batch}"], null, found);
        Assert.Equal(found, new BatchMemory(file).Find(["train", "{batch}"], null));
        Assert.Null(new BatchMemory(file).Find(["train", "{batch}"], 5));
        Assert.Null(new BatchMemory(file).Find(["train", "--deep", "{batch}"], null));
        File.WriteAllText(file, "{ not JSON");
        Assert.Null(new BatchMemory(file).Find(["train", "{batch}"], null));
    }

    private static BatchCommand Command(long? limit, params string[] words) => new(words, limit, TimeSpan.FromMinutes(1), TimeProvider.System);

    private static void Group(string root, string group, params string[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, group)).FullName;
        for (var i = 0; i < files.Length; i += 2) File.WriteAllText(Path.Combine(folder, files[i]), files[i + 1] + "\n");
    }
}
