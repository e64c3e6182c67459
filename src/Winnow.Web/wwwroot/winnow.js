// Everything here improves a page that already works without it.
import { startSearch } from "./search.js";
import { startKeys } from "./keys.js";
import { startTheme } from "./toggle.js";
import { startCopy } from "./copy.js";
import { startProgress } from "./progress.js";
import { startKeep } from "./keep.js";
import { startWatch } from "./watch.js";
import { typeset } from "./math.js";

startTheme();
startKeys();
startCopy();
startProgress();
startKeep(typeset);
startWatch(typeset);
startSearch(typeset);
typeset(document.body);
