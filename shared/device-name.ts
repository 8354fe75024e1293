/** What a browser says it is, as people call it; null where it says nothing that is known here. */
export interface DeviceName {
  browser: string | null;
  system: string | null;
}

/**
 * Most browsers also claim to be the ones that they descend from ("Chrome … Safari … Edg"), so the first that fits is
 * meant. The tokens are those of MDN, "Browser detection using the user agent string", and of the makers' own pages.
 */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|OPT|OPX|Opera)\//],
  ['Yandex Browser', /\bYa(?:Browser|SearchBrowser|App_Android|App_iOS)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['DuckDuckGo', /\b(?:DuckDuckGo|Ddg)\//],
  ['Mi Browser', /\bMiuiBrowser\//],
  ['Huawei Browser', /\bHuaweiBrowser\//],
  ['UC Browser', /\bUC(?:Browser|BrowserPro)?\//],
  ['Firefox', /\b(?:Firefox|FxiOS|Focus)\//],
  ['Chrome', /(?:\bCriOS|Chrome|\bChromium)\//],
  ['Google', /\bGSA\//],
  ['Safari', /\bSafari\//],
];

/** iPads ask for desktop sites and then call themselves a Mac: nobody can tell. */
const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biP(?:hone|od)\b/],
  ['iPad', /\biPad\b/],
  ['HarmonyOS', /\b(?:Open)?Harmony(?:OS)?\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac(?:intosh| OS X)\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/** From the header `User-Agent`. Whoever sends it may write anything; no text of theirs comes out. */
export function deviceName(userAgent: string): DeviceName {
  const named = (table: typeof browsers) => table.find(([, token]) => token.test(userAgent))?.[0] ?? null;
  return { browser: named(browsers), system: named(systems) };
}
