/** The few abilities of the app's `moment` that the plugin uses: a point in time, and its date in a format. */
export interface StandInMoment {
  format(format?: string): string;
  toDate(): Date;
  valueOf(): number;
  isValid(): boolean;
}

const LANGUAGE = 'en';

const TOKENS: Readonly<Record<string, (date: Date) => string>> = {
  YYYY: (date) => String(date.getFullYear()),
  MMMM: (date) => date.toLocaleDateString(LANGUAGE, { month: 'long' }),
  MMM: (date) => date.toLocaleDateString(LANGUAGE, { month: 'short' }),
  MM: (date) => twoDigits(date.getMonth() + 1),
  M: (date) => String(date.getMonth() + 1),
  DD: (date) => twoDigits(date.getDate()),
  D: (date) => String(date.getDate()),
  dddd: (date) => date.toLocaleDateString(LANGUAGE, { weekday: 'long' }),
  ddd: (date) => date.toLocaleDateString(LANGUAGE, { weekday: 'short' }),
  HH: (date) => twoDigits(date.getHours()),
  mm: (date) => twoDigits(date.getMinutes()),
  ss: (date) => twoDigits(date.getSeconds()),
};

/** Makes a `moment` on a clock. Without an argument it means now; a text is read as JavaScript reads dates. */
export function createMoment(now: () => Date): (input?: Date | string | number) => StandInMoment {
  return (input) => {
    const date = input === undefined ? now() : new Date(input);
    return {
      format: (format = 'YYYY-MM-DD') => formatDate(date, format),
      toDate: () => new Date(date),
      valueOf: () => date.getTime(),
      isValid: () => !Number.isNaN(date.getTime()),
    };
  };
}

/** In local time. Text in brackets stands for itself; a token that the stand-in lacks throws with its name. */
function formatDate(date: Date, format: string): string {
  return format.replace(/\[([^\]]*)\]|([A-Za-z])\2*/g, (token: string, literal?: string) => {
    if (literal !== undefined) return literal;
    const write = TOKENS[token];
    if (!write) throw new Error(`moment().format: the stand-in has no token ${token}.`);
    return write(date);
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
