using System.Net;
using Winnow.Replay;
using Winnow.Sources.Fetching;
using Xunit;

namespace Winnow.Tests.Sources.Fetching;

public sealed class AddressGuardTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("winnow-guard-");

    /// <summary>Every way that is known to write an address inside: none may lead to a connection.</summary>
    public static TheoryData<string> InsideForms =>
    [
        "http://127.0.0.1:{port}/", "http://127.1:{port}/", "http://127.0.1:{port}/", "http://2130706433:{port}/", "http://0x7f000001:{port}/", "http://0x7f.1:{port}/",
        "http://0177.0.0.1:{port}/", "http://0177.0.0.01:{port}/", "http://017700000001:{port}/", "http://0x7f.0x0.0x0.0x1:{port}/", "http://127.0.0.1.:{port}/",
        "http://127.255.255.254:{port}/", "http://localhost:{port}/", "http://LOCALHOST:{port}/", "http://localhost.:{port}/", "http://0:{port}/", "http://0.0.0.0:{port}/",
        "http://[::1]:{port}/", "http://[0:0:0:0:0:0:0:1]:{port}/", "http://[::]:{port}/", "http://[::ffff:127.0.0.1]:{port}/", "http://[::ffff:7f00:1]:{port}/",
        "http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/", "http://[::127.0.0.1]:{port}/", "http://[::ffff:0:127.0.0.1]:{port}/", "http://[64:ff9b::127.0.0.1]:{port}/",
        "http://[64:ff9b::7f00:1]:{port}/", "http://[64:ff9b:1::7f00:1]:{port}/", "http://[2002:7f00:1::]:{port}/", "http://[2001:0:7f00:1::]:{port}/",
        "http://①②⑦.⓪.⓪.①:{port}/", "http://127。0。0。1:{port}/", "http://%31%32%37.0.0.1:{port}/",
        "http://169.254.169.254/", "http://2852039166/", "http://0xa9fea9fe/", "http://0251.0376.0251.0376/", "http://[::ffff:169.254.169.254]/", "http://[::ffff:a9fe:a9fe]/",
        "http://[64:ff9b::a9fe:a9fe]/", "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://168.63.129.16/", "http://192.0.0.192/",
        "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.254/", "http://192.168.0.1/", "http://192.168.255.254/", "http://3232235521/",
        "http://100.64.0.1/", "http://100.127.255.254/", "http://198.18.0.1/", "http://198.19.255.254/", "http://192.0.2.1/", "http://198.51.100.1/", "http://203.0.113.1/",
        "http://224.0.0.1/", "http://239.255.255.250/", "http://240.0.0.1/", "http://255.255.255.255/",
        "http://[fc00::1]/", "http://[fd12:3456:789a::1]/", "http://[fe80::1]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/", "http://[100::1]/",
        "http://[::ffff:10.0.0.1]/", "http://[::ffff:192.168.1.1]/", "http://[64:ff9b::c0a8:101]/", "http://[5f00::1]/", "http://[3fff::1]/",
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void There_are_sixty_forms_at_least() => Assert.True(InsideForms.Count >= 60, $"{InsideForms.Count}");

    [Theory]
    [MemberData(nameof(InsideForms))]
    public async Task A_typed_address_leads_nowhere_inside(string form)
    {
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Text("inside"));
        using var client = Client();
        await Assert.ThrowsAnyAsync<Exception>(() => FetchAsync(client, form.Replace("{port}", $"{server.Address.Port}", StringComparison.Ordinal)));
        Assert.Empty(server.Requests);
        Assert.Equal(0, server.MostConnections);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_inside_either()
    {
        await using var inside = ReplayServer.Start(_ => ReplayAnswer.Text("inside"));
        await using var publisher = ReplayServer.Start(_ => ReplayAnswer.Redirect(inside.Address.ToString().Replace("127.0.0.1", "2130706433", StringComparison.Ordinal)));
        using var client = Client();

        var refusal = await Assert.ThrowsAsync<SourceException>(() => client.FetchAsync(new FetchRequest(publisher.Address), Cancel));

        Assert.Contains("inside your own network", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.NeedsPerson);
        Assert.Single(publisher.Requests);
        Assert.Equal(0, inside.MostConnections);
    }

    [Fact]
    public async Task A_name_whose_second_answer_is_inside_leads_nowhere_the_second_time()
    {
        await using var server = ReplayServer.Start(request => request.Number == 1 ? ReplayAnswer.Redirect("/again") : ReplayAnswer.Text("inside"));
        var answers = new Queue<IPAddress[]>([[IPAddress.Parse("1.1.1.1"), IPAddress.Loopback, IPAddress.Parse("::1")], [IPAddress.Loopback, IPAddress.Parse("169.254.169.254")]]);
        var opened = new List<IPAddress[]>();
        using var client = Client(options => options with
        {
            Resolve = (_, _) => Task.FromResult(answers.Dequeue()),
            Open = (addresses, _, cancel) =>
            {
                opened.Add(addresses);
                return AddressGuard.OpenAsync([IPAddress.Loopback], server.Address.Port, cancel);
            },
        });

        var refusal = await Assert.ThrowsAsync<SourceException>(() => FetchAsync(client, "http://feed.example.org/"));

        Assert.Contains("feed.example.org is inside your own network", refusal.Message, StringComparison.Ordinal);
        // Asked anew for the redirect; of the first answer only what is outside was passed on, and nothing of the second.
        Assert.Empty(answers);
        Assert.Equal([IPAddress.Parse("1.1.1.1")], Assert.Single(opened));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/")]
    [InlineData("gopher://127.0.0.1:70/")]
    [InlineData("http://user:password@example.org/")]
    public async Task Only_http_without_a_password_is_an_address(string address)
    {
        using var client = Client();
        Assert.True((await Assert.ThrowsAsync<SourceException>(() => FetchAsync(client, address))).NeedsPerson);
    }

    [Fact]
    public async Task The_setting_for_private_networks_lets_it_in()
    {
        await using var server = ReplayServer.Start(_ => ReplayAnswer.Text("inside"));
        using var client = Client(options => options with { PrivateNetworks = true });
        await FetchAsync(client, server.Address.ToString());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("128.84.21.199", true)]
    [InlineData("2a04:4e42::645", true)]
    [InlineData("::ffff:1.1.1.1", true)]
    [InlineData("64:ff9b::101:101", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.0", true)]
    [InlineData("::ffff:172.16.0.1", false)]
    [InlineData("fe80::1%3", false)]
    public void The_public_internet_and_nothing_else_is_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, AddressGuard.IsPublic(IPAddress.Parse(address)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SourceClient Client(Func<FetchOptions, FetchOptions>? change = null)
    {
        var options = new FetchOptions { TurnsFolder = _folder.FullName, Gap = TimeSpan.Zero, Tries = 1, AnswerTimeout = TimeSpan.FromMinutes(1) };
        return new SourceClient(change?.Invoke(options) ?? options, TimeProvider.System, 1);
    }

    private static Task<FetchedPage> FetchAsync(SourceClient client, string address) =>
        client.FetchAsync(new FetchRequest(new Uri(address)) { IsTyped = true }, Cancel);
}
