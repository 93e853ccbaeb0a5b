import { repairEncoding } from '../read/encoding.ts';

/** A note whose text was once read in a wrong encoding, put right; the same text where nothing is damaged. */
export function repairedNote(text: string): string {
  return repairEncoding(text).text;
}
