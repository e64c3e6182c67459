using Microsoft.Extensions.Time.Testing;
using Winnow.Papers;
using Winnow.Replay;
using Winnow.Sources.Fetching;
using Winnow.Sources.Syncing;
using Xunit;

namespace Winnow.Storage.Tests.Syncing;

public sealed class AnthologyEventsTests
{
    private const string Acl = """
        <?xml version='1.0' encoding='UTF-8'?>
        <collection id="2099.acl">
          <volume id="long"><meta><booktitle>Proceedings of an Invented Meeting</booktitle><year>2099</year><venue>acl</venue></meta>
            <paper id="1"><title>A Long Paper</title><author><first>Ada</first><last>Bee</last></author><url>2099.acl-long.1</url></paper></volume>
          <volume id="short"><meta><booktitle>Short Papers</booktitle><year>2099</year><venue>acl</venue></meta>
            <paper id="1"><title>A Short Paper Beside It</title><author><first>Cy</first><last>Dee</last></author><url>2099.acl-short.1</url></paper></volume>
          <event id="acl-2099"><colocated><volume-id>2099.acl-long</volume-id><volume-id>2099.workshop-1</volume-id><volume-id>../../etc/passwd</volume-id><volume-id>2099.gone-1</volume-id></colocated></event>
        </collection>
        """;

    private const string Workshop = """
        <collection id="2099.workshop">
          <volume id="1"><meta><booktitle>The Workshop Beside</booktitle><year>2099</year><venue>ws</venue></meta>
            <paper id="7"><title>A Workshop Paper of the Same Week</title><author><first>Eve</first><last>Eff</last></author><url>2099.workshop-1.7</url></paper></volume>
          <volume id="2"><meta><booktitle>Another Meeting</booktitle><year>2099</year><venue>ws</venue></meta>
            <paper id="1"><title>A Paper Held Elsewhere</title><author><first>Gus</first><last>Hu</last></author><url>2099.workshop-2.1</url></paper></volume>
        </collection>
        """;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2099, 8, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_event_brings_what_is_held_beside_it_and_nothing_else()
    {
        await using var world = new SyncWorld(Answer, _clock);

        var result = await world.RunAsync(await world.AddAsync("acl", "acl-2099"));

        Assert.Equal((SyncRunState.Finished, 3L), (result.State, result.Counts.New));
        Assert.Equal(["/acl/2099.acl.xml", "/acl/2099.workshop.xml", "/acl/2099.gone.xml"], world.Server.Requests.Select(request => request.Path));
        Assert.Null(await world.Library.FindAsync(new Identifier(IdentifierScheme.Acl, "2099.workshop-2.1"), SyncWorld.Cancel));
    }

    [Fact]
    public async Task A_volume_brings_its_papers_alone()
    {
        await using var world = new SyncWorld(Answer, _clock);

        await world.RunAsync(await world.AddAsync("acl", "2099.acl-short"));

        Assert.Equal("A Short Paper Beside It", Assert.Single((await world.Library.GetNewestAsync(0, 9, SyncWorld.Cancel)).Papers).Title);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again_and_writes_nothing()
    {
        await using var world = new SyncWorld(
            request => request.Headers.TryGetValue("If-None-Match", out var tag) && tag == "\"one\"" ? ReplayAnswer.Failure(304) : Answer(request).With("ETag", "\"one\""), _clock);
        var source = await world.AddAsync("acl", "acl-2099");
        await world.RunAsync(source);
        var position = await world.Library.GetPositionAsync(SyncWorld.Cancel);
        _clock.Advance(TimeSpan.FromDays(1));

        var result = await world.RunAsync(source);

        Assert.Equal((SyncRunState.Finished, 0L), (result.State, result.Counts.Read));
        Assert.Equal(position, await world.Library.GetPositionAsync(SyncWorld.Cancel));
        Assert.Single(await world.Store.GetRunsAsync(source.Id, 9, SyncWorld.Cancel));
    }

    [Fact]
    public async Task A_collection_that_does_not_exist_is_said()
    {
        await using var world = new SyncWorld(_ => ReplayAnswer.Failure(404), _clock);

        Assert.Equal("The ACL Anthology has no collection 2099.acl (yet).", (await world.RunAsync(await world.AddAsync("acl", "acl-2099"))).Message);
    }

    [Theory]
    [InlineData("ACL 2025", "acl-2025")]
    [InlineData("2025.acl-long", "2025.acl-long")]
    [InlineData("P19-1", "p19-1")]
    public async Task Events_collections_and_volumes_are_known_by_their_names(string typed, string expected)
    {
        await using var world = new SyncWorld(Answer, _clock);
        Assert.Equal(expected, world.Kinds.Get("acl").Check(typed));
        Assert.Throws<SourceException>(() => world.Kinds.Get("acl").Check("../secrets"));
    }

    private static ReplayAnswer Answer(ReplayRequest request) => request.Path switch
    {
        "/acl/2099.acl.xml" => ReplayAnswer.Text(Acl),
        "/acl/2099.workshop.xml" => ReplayAnswer.Text(Workshop),
        _ => ReplayAnswer.Failure(404),
    };
}
