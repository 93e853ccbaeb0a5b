import { createHmac } from 'node:crypto';
import { statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';

/** Seals texts such that only this machine does it alike: what lies in a vault may come from whoever shares it. */
export type Seal = (text: string) => string;

/**
 * Made of what does not travel with a vault and nobody else is told: where the vault lies here, on whose account of
 * which machine, and the number that the disk gave its folder. No secret is kept anywhere for it.
 */
export function sealOf(vault: string): Seal {
  const { ino } = statSync(vault, { bigint: true });
  const key = JSON.stringify([vault, hostname(), userName(), String(ino)]);
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}

/** '' where the system has no entry for who runs this, as in some containers. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
