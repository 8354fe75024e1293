/** Written by the build (vite.config.ts). */
declare const __APP_VERSION__: string;

/** The release, as the settings show it and the server logs it. */
export const appVersion = __APP_VERSION__;
