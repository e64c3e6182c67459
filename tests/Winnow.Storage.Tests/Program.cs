using Winnow.Storage.Tests;
using Winnow.Storage.Tests.Importing;
using Xunit.MicrosoftTestingPlatform;

return args is [KilledImport.Verb, var folder, var file]
    ? await KilledImport.RunAsync(folder, file)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
