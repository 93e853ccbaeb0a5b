/** Where the plugin runs, as far as the host says: a desktop until it says otherwise. */
export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: 'app://stand-in/',
};

/** Lets a host or a test set what differs from the desktop, and returns how to set it back. */
export function setPlatform(changes: Partial<typeof Platform>): () => void {
  const before = { ...Platform };
  Object.assign(Platform, changes);
  return () => {
    Object.assign(Platform, before);
  };
}

export const PHONE: Partial<typeof Platform> = {
  isDesktop: false,
  isMobile: true,
  isDesktopApp: false,
  isMobileApp: true,
  isIosApp: true,
  isPhone: true,
  isLinux: false,
  isMacOS: true,
};
