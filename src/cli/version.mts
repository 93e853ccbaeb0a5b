/** Put in by the build, from the manifest. */
declare const VERSION: string;

export const version = VERSION;
