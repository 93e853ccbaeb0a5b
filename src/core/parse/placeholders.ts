/**
 * What templates and note takers write where there is nothing to say, alone in a bullet. The whole text must be one
 * of these: “No offline mode in the agent” and “None of the sites has power” say something.
 */
const NOTHING =
  /^(?:none|none(?: (?:yet|known|identified|noted|recorded|discussed|at this time|so far|mentioned|raised|on (?:our|their) side))+|n\/?a|not applicable|nothing|nothing (?:to report|yet|new|noted)|nil|no|yes|tbd|tba|tbc|to be (?:determined|defined|added)|add|empty|no (?:known |new |open |current |major )*(?:blockers?|risks?|decisions?|facts?|questions?|open questions?|issues?|concerns?|action items?|actions?|tasks?|follow-?ups?|summary|participants?|updates?|items?)(?: (?:yet|known|identified|noted|recorded|captured|made|raised|discussed|were made|at this time|so far))*|next .{1,30} (?:date )?\(if (?:set|scheduled)\):? ?(?:none|n\/a|tbd)?|keine?|keine (?:bekannt|offen)|aucune?|ninguna?|nenhuma?|[-–—.…_*\s]*)$/i;

/** Whoever writes more has something to say; and the patterns below are slow on long runs of marks. */
const LONGEST_PLACEHOLDER = 200;

/** A letter that nothing of it begins with: most lines are told apart by it. */
const SAYS_SOMETHING = /^[bcdf-jlmo-suvwxz]/i;

/** True for “None”, “N/A”, “(none)”, “No known blockers.” and the like. `text` is without Markdown. */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST_PLACEHOLDER || SAYS_SOMETHING.test(text)) return false;
  const bare = text
    .replace(/[().\s*_[\]:–—-]+$/g, '')
    .replace(/^[().\s*_[\]–—-]+/g, '')
    .replace(/\(\s*none$/i, '');
  return bare === '' || NOTHING.test(bare.trim());
}
