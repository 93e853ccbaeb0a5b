import type { Problem } from '../problem.ts';
import type { NotePath } from '../vault.ts';
import type { Place } from './page-layout.ts';

export function meetingsGone(path: NotePath, name: string): Problem {
  return {
    path,
    line: null,
    code: 'meetings-gone',
    values: { name },
    message: `The page is left as it is, because no meeting note is about “${name}” any more.`,
    fix: 'If its notes were moved, check the folders in the settings; if the account is closed, nothing needs doing.',
  };
}

export function unclosedOnPage(path: NotePath, line: number): Problem {
  return {
    path,
    line,
    code: 'page-not-written',
    values: { why: 'unclosed', reason: '' },
    message:
      'The page is left as it is, because a code block or comment opens here and is never closed, so that what follows could be part of it.',
    fix: 'Close it with a line of ``` (or --> or %%) where it should end.',
  };
}

export function pageInConflict(path: NotePath, line: number): Problem {
  return {
    path,
    line,
    code: 'page-in-conflict',
    values: {},
    message: 'The page is left as it is, because git left two versions of some lines here, and only you can choose.',
    fix: 'Keep the lines that you want and remove the marks (<<<<<<<, =======, >>>>>>>), then rebuild.',
  };
}

export function laterVersion(path: NotePath): Problem {
  return {
    path,
    line: null,
    code: 'page-not-written',
    values: { why: 'later version', reason: '' },
    message: 'The page is left as it is, because a later version of Account Pages wrote it.',
    fix: 'Update the plugin on this device.',
  };
}

export function damagedLedger(path: NotePath): Problem {
  return {
    path,
    line: null,
    code: 'ledger-damaged',
    values: {},
    message:
      'Lines whose origin is in doubt are kept as yours, and lines that are missing may come back, because a sync or an edit mixed up the record at the end of the page.',
    fix: 'Remove lines that now stand twice or that you had removed; the record has been mended.',
  };
}

export function headingTwice(path: NotePath, place: Place): Problem {
  return {
    path,
    line: place.line,
    code: 'heading-twice',
    values: { heading: place.heading },
    message: `The section “${place.heading}” is left as it is, because the page has it twice.`,
    fix: 'Move what is worth keeping into one of the two and remove the other heading.',
  };
}

export function sectionEmptied(path: NotePath, place: Place): Problem {
  return {
    path,
    line: place.line,
    code: 'section-emptied',
    values: { heading: place.heading },
    message: `The section “${place.heading}” is left as it is, because the meeting notes give nothing for it any more.`,
    fix: 'If that is right, remove its lines by hand; else look for a note that was emptied or lost its headings.',
  };
}
