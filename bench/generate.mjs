// Account vaults of any size, made of a seed: pages, people, and meeting notes that are mostly transcript.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Random } from './random.mjs';
import {
  blocker,
  companyName,
  decision,
  fact,
  personName,
  question,
  roleOf,
  sentenceCase,
  spoken,
  task,
  topic,
} from './sentences.mjs';

/** Changes when other bytes come out for the same options, so that vaults on disk are made anew. */
const VERSION = 2;

/**
 * What a vault is made of. `notes`: meeting notes. `meetingsOfLargest`: how many of them are the first account's; null
 * where it has as many as the others. `noteLength`: of a meeting note, in characters, about.
 */
export const DEFAULT_OPTIONS = {
  seed: 1,
  notes: 1_000,
  accounts: 50,
  meetingsOfLargest: null,
  people: 100,
  noteLength: 17_500,
  pages: true,
};

/** Every note of a vault as path and text, one by one. The same options give the same bytes. */
export function* notesOf(options) {
  const wanted = { ...DEFAULT_OPTIONS, ...options };
  for (let number = 0; wanted.pages && number < wanted.accounts; number++) yield accountPage(number);
  for (let number = 0; number < wanted.people; number++) yield personNote(number, wanted);
  for (let number = 0; number < wanted.notes; number++) yield meetingNote(number, wanted);
}

/**
 * Writes the vault into `folder`, unless it lies there already. Returns how many files and characters it has, and how
 * many characters of its meeting notes stand above the transcripts.
 */
export async function writeVault(folder, options) {
  const stamp = join(folder, '.generated.json');
  const wanted = JSON.stringify({ version: VERSION, ...DEFAULT_OPTIONS, ...options });
  const known = await readFile(stamp, 'utf8').then(JSON.parse, () => null);
  if (known?.wanted === wanted) return known.sizes;
  await rm(folder, { recursive: true, force: true });
  const sizes = { files: 0, characters: 0, aboveTranscripts: 0 };
  const folders = new Set();
  for (const [path, text] of notesOf(options)) {
    const file = join(folder, ...path.split('/'));
    if (!folders.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    folders.add(dirname(file));
    await writeFile(file, text);
    const transcript = text.indexOf(TRANSCRIPT);
    sizes.files++;
    sizes.characters += text.length;
    sizes.aboveTranscripts += transcript < 0 ? text.length : transcript;
  }
  await writeFile(stamp, JSON.stringify({ wanted, sizes }));
  return sizes;
}

const TRANSCRIPT = '## Original Transcript\n';

function accountPage(number) {
  const name = companyName(number);
  const random = new Random(0x10000000 + number);
  const text = `---
type: customer
title: ${name}
last_contact: '2020-01-01'
domains:
  - ${domainOf(number)}
tags:
  - type/customer
---

# ${name}

${sentenceCase(topic(random))} is what they come to us for.

## Recent Context

## Key Facts

- ${fact(random)}

## Decisions

## Current Blockers

## Collaborators

| Person | Role | Company |
|---|---|---|

## Notes

${spoken(random)}
`;
  return [`Accounts/${name}/README.md`, text];
}

function personNote(number, { seed, accounts }) {
  const random = new Random(seed * 7_919 + 0x20000000 + number);
  const name = personName(number);
  const account = number % accounts;
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domainOf(account)}`;
  const text = `---
type: person
company: "${companyName(account)}"
role: ${roleOf(random)}
email: ${email}
---

# ${name}

${spoken(random)}
`;
  return [`People/${name}.md`, text];
}

function meetingNote(number, options) {
  const random = new Random(options.seed * 104_729 + number);
  const account = accountOf(number, options);
  const name = companyName(account);
  const date = dateOf(number, options.notes);
  const title = `${sentenceCase(topic(random).replace(/^the /, ''))} ${random.pick(['review', 'workshop', 'call', 'check-in', 'planning'])}`;
  const people = peopleOf(random, account, options);
  const above = [
    properties(random, { title, date, name, people, number }),
    summary(random, people),
    section('Key Facts (context, numbers, signals)', lines(random, 3, 7, fact)),
    section('Decisions (ours and theirs)', lines(random, 1, 4, decision)),
    section('Risks (budget, timeline, legal)', lines(random, 0, 3, blocker)),
    section('Open Questions', lines(random, 0, 3, question)),
    section(
      'Action Items (owner & due date)',
      lines(random, 1, 5, (own) => taskLine(own, people, date)),
    ),
  ].join('');
  const path = random.chance(0.5)
    ? `Accounts/${name}/${date} - ${title} ${String(number)}.md`
    : `Meetings/${date.slice(0, 4)}/${date} - ${title} ${String(number)}.md`;
  return [path, above + TRANSCRIPT + transcript(random, people, options.noteLength - above.length)];
}

/** The first account has as many meetings as the options say, the others share the rest. */
function accountOf(number, { accounts, meetingsOfLargest }) {
  if (meetingsOfLargest === null) return number % accounts;
  return number < meetingsOfLargest ? 0 : 1 + ((number - meetingsOfLargest) % Math.max(1, accounts - 1));
}

/** The meetings of a vault lie in the six years before 2026, in an order that has nothing to do with their number. */
function dateOf(number, notes) {
  const day = Math.floor((((number * 7_919) % notes) / notes) * 6 * 336);
  const month = Math.floor((day % 336) / 28) + 1;
  return `${String(2020 + Math.floor(day / 336))}-${two(month)}-${two((day % 28) + 1)}`;
}

/** Colleagues of whoever keeps the vault have names, and no note; customers' people come before them. */
const FIRST_COLLEAGUE = 100_000;

/** Up to three of the account's people, and one or two colleagues. */
function peopleOf(random, account, { people, accounts }) {
  const known = [];
  for (let number = account; number < people && known.length < 6; number += accounts) known.push(personName(number));
  const colleagues = [
    personName(FIRST_COLLEAGUE + random.between(0, 7)),
    personName(FIRST_COLLEAGUE + random.between(0, 7)),
  ];
  return [...new Set([...random.some(known, 3), ...colleagues])];
}

function properties(random, { title, date, name, people, number }) {
  return `---
type: "Customer"
title: "${title} ${String(number)}"
date: "${date}"
account: "${name}"
participants: "${people.join(', ')}"
tags:
  - "type/meeting"
source: "Inbox/Recordings/${date.replaceAll('-', '')} ${String(number)} Recording.txt"
---

# ${title} ${String(number)}
**Date:** ${date} · **Customer:** ${name}

${random.chance(0.3) ? `Prepared by ${people[0]}.\n\n` : ''}`;
}

function summary(random, people) {
  return `> [!summary] Executive Summary
${people[0]} went through ${topic(random)} and ${topic(random)}. ${fact(random)} ${spoken(random)}

`;
}

function section(heading, list) {
  return `## ${heading}\n${list.length === 0 ? '- None\n' : list.map((line) => `- ${line}\n`).join('')}\n`;
}

function lines(random, fewest, most, line) {
  return Array.from({ length: random.between(fewest, most) }, () => line(random));
}

function taskLine(random, people, date) {
  const done = random.chance(0.4);
  const mark = random.pick(['', ' 🔼', ' ⏫']);
  const due = `${String(Number(date.slice(0, 4)))}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  return `[${done ? 'x' : ' '}] ${task(random)} @${random.pick(people)} 📅 ${due}${mark}${done ? ` ✅ ${due}` : ''}`;
}

/** Turns with times, until `length` is reached. */
function transcript(random, people, length) {
  const turns = [];
  let seconds = 2;
  for (let written = 0; written < length;) {
    const turn = `[${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(random.between(0, 99))}]  ${random.pick(people)}${spoken(random)}\n\n`;
    turns.push(turn);
    written += turn.length;
    seconds += random.between(4, 20);
  }
  return turns.join('');
}

function domainOf(account) {
  return `${companyName(account).toLowerCase().replaceAll(' ', '-')}.example`;
}

function two(number) {
  return String(number).padStart(2, '0');
}
