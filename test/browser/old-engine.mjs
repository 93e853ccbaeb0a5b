/**
 * Runs in the page before anything else, and takes away what a phone of 2022 (iOS 15.4) lacks: built-ins that came later,
 * lookbehind, and what Safari never had. A use of it then fails as it would there.
 */
export function makeOldEngine() {
  const newer = [
    [Array, 'fromAsync'],
    [Array.prototype, 'group', 'toReversed', 'toSorted', 'toSpliced', 'with'],
    [ArrayBuffer.prototype, 'resize', 'transfer', 'transferToFixedLength'],
    [Intl, 'DurationFormat'],
    [Map, 'groupBy'],
    [Object, 'groupBy'],
    [Promise, 'try', 'withResolvers'],
    [RegExp, 'escape'],
    [
      Set.prototype,
      'difference',
      'intersection',
      'isDisjointFrom',
      'isSubsetOf',
      'isSupersetOf',
      'symmetricDifference',
      'union',
    ],
    [String.prototype, 'isWellFormed', 'toWellFormed'],
    [Uint8Array, 'fromBase64', 'fromHex'],
    [Uint8Array.prototype, 'toBase64', 'toHex', 'toReversed', 'toSorted', 'with'],
    [AbortSignal, 'any', 'timeout'],
    [Response, 'json'],
    [URL, 'canParse', 'parse'],
    [URLSearchParams.prototype, 'size'],
    [Element.prototype, 'checkVisibility', 'setHTMLUnsafe', 'moveBefore'],
    [HTMLElement.prototype, 'showPopover', 'hidePopover', 'togglePopover'],
    [window, 'Iterator', 'requestIdleCallback', 'cancelIdleCallback', 'scheduler', 'Highlight', 'CompressionStream'],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
      'drop',
      'filter',
      'flatMap',
      'map',
      'take',
      'toArray',
    ],
  ];
  for (const [holder, ...names] of newer) for (const name of names) delete holder[name];

  const check = (pattern) => {
    if (/\(\?<[=!]/.test(String(pattern?.source ?? pattern))) {
      throw new SyntaxError('Invalid regular expression: invalid group specifier name');
    }
  };
  window.RegExp = new Proxy(RegExp, {
    construct: (target, args, newTarget) => {
      check(args[0]);
      return Reflect.construct(target, args, newTarget);
    },
    apply: (target, self, args) => {
      check(args[0]);
      return Reflect.apply(target, self, args);
    },
  });
}

/** Of these a page has none, and a phone’s page cannot. */
export const NODE_NAMES = ['process', 'Buffer', 'global', 'require', 'module', '__dirname', 'setImmediate'];
