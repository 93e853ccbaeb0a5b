// What fictional people say and write in meetings about delivery software, combined piece by piece.

const FIRST =
  'Ana Ben Carla Dev Elif Finn Greta Hugo Ines Jonas Kaya Lena Marek Nadia Otto Priya Quentin Rosa Samir Tove Uma Viktor Wen Yusuf Zoe'.split(
    ' ',
  );
const LAST =
  'Abel Brandt Costa Dusan Ekberg Farouk Grant Haddad Ivers Jansen Kovac Lind Moreau Nair Okoro Petrov Ruiz Solheim Tanaka Ueda Vogel Weiss Young Zeller'.split(
    ' ',
  );
const COMPANY_START =
  'Alder Birch Cinder Dover Ember Fallow Garnet Harbour Iron Juniper Kestrel Larch Mallow North Orchard Pewter Quarry Raven Slate Thistle Umber Vale Wicker Yarrow'.split(
    ' ',
  );
const COMPANY_MIDDLE = 'bridge field gate haven land mark mere point ridge stone way well'.split(' ');
const COMPANY_END = [
  'Foods',
  'Rail',
  'Health',
  'Energy',
  'Logistics',
  'Retail',
  'Couriers',
  'Labs',
  'Steel',
  'Freight',
  'Water',
  'Textiles',
];

const TOPICS = [
  'route planning',
  'the driver app',
  'single sign-on',
  'the depot pilot',
  'invoice export',
  'the data migration',
  'address quality',
  'the works council',
  'peak season',
  'handheld devices',
  'the service contract',
  'returns handling',
  'the planning board',
  'security review',
  'training for planners',
  'the cutover',
];
const PLACES = [
  'Ghent',
  'Zaragoza',
  'Leeds',
  'Malmö',
  'Porto',
  'Graz',
  'Lyon',
  'Gdańsk',
  'Turin',
  'Cork',
  'Basel',
  'Tartu',
];
const THINGS = [
  'depots',
  'vans',
  'routes a day',
  'planners',
  'drivers',
  'stores',
  'parcels an hour',
  'licences',
  'shifts',
  'regions',
];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const ROLES = [
  'Head of Operations',
  'IT security lead',
  'Project manager',
  'Head of Planning',
  'CFO',
  'Depot manager',
  'Product owner',
  'Procurement lead',
  'Data engineer',
  'Works council',
];

const FACTS = [
  (r) => `The network runs ${r.between(4, 400)} ${r.pick(THINGS)} out of ${r.pick(PLACES)}.`,
  (r) => `${sentenceCase(r.pick(TOPICS))} is done in spreadsheets at ${r.between(2, 60)} sites.`,
  (r) => `A budget of €${r.between(5, 900)},000 is set aside for ${r.pick(TOPICS)}.`,
  (r) =>
    `${r.pick(PLACES)} opens at ${r.between(4, 9)}:30 and closes when the last of ${r.between(20, 200)} ${r.pick(THINGS)} is back.`,
  (r) => `The contract for ${r.pick(TOPICS)} ends in ${r.pick(MONTHS)}.`,
  (r) => `Two teams in ${r.pick(PLACES)} share one system for ${r.pick(TOPICS)} and ${r.pick(TOPICS)}.`,
];
const DECISIONS = [
  (r) => `Start ${r.pick(TOPICS)} in ${r.pick(PLACES)} before ${r.pick(MONTHS)}.`,
  (r) => `Leave ${r.pick(TOPICS)} out of the first phase.`,
  (r) => `Measure ${r.pick(THINGS)} for ${r.between(2, 9)} weeks before and after.`,
  (r) => `**${r.pick(PLACES)}** goes first, then ${r.pick(PLACES)} and ${r.pick(PLACES)}.`,
  (r) => `Buy ${r.between(10, 500)} more licences for ${r.pick(TOPICS)}.`,
];
const BLOCKERS = [
  (r) => `Nobody owns ${r.pick(TOPICS)} until ${r.pick(MONTHS)}.`,
  (r) => `Legal has not answered on ${r.pick(TOPICS)} for ${r.between(2, 9)} weeks.`,
  (r) => `The old devices in ${r.pick(PLACES)} cannot run ${r.pick(TOPICS)}.`,
  (r) => `${sentenceCase(r.pick(TOPICS))} waits for the security review.`,
];
const QUESTIONS = [
  (r) => `Who signs off ${r.pick(TOPICS)}?`,
  (r) => `Does ${r.pick(PLACES)} need ${r.pick(TOPICS)} at all?`,
  (r) => `How many ${r.pick(THINGS)} are planned for ${r.pick(MONTHS)}?`,
];
const TASKS = [
  (r) => `Send the plan for ${r.pick(TOPICS)} to ${r.pick(PLACES)}`,
  (r) => `Ask ${r.pick(PLACES)} about ${r.pick(TOPICS)}`,
  (r) => `Book a workshop on ${r.pick(TOPICS)}`,
  (r) => `Draft the numbers on ${r.pick(THINGS)} for ${r.pick(MONTHS)}`,
];
const OPENINGS = [
  'Right,',
  'Well,',
  'I think',
  'So',
  'To be honest,',
  'Look,',
  'As I said last time,',
  'What I would add is that',
  'My worry is that',
  'The short answer is that',
];
const MIDDLES = [
  'has been with us since',
  'was never really finished in',
  'costs us a day every week in',
  'works better than people think in',
  'is what the board asks about in',
  'should be looked at again in',
  'came up twice in',
  'will not be ready before',
];
const ENDINGS = [
  'and that is fine with me.',
  'but I would not bet on it.',
  'so somebody has to write that down.',
  'which surprised all of us.',
  'and I can show you the sheet.',
  'unless the trucks are late again.',
  'and then we talk again.',
  'which is more than last year.',
];

/** `Ana Ruiz`; different for each number below 600. */
export function personName(number) {
  const [first, rest] = [number % FIRST.length, Math.floor(number / FIRST.length)];
  const more = Math.floor(rest / LAST.length);
  return `${FIRST[first]} ${LAST[(first + rest) % LAST.length]}${more > 0 ? `-${LAST[more % LAST.length]}` : ''}`;
}

/** `Alderbridge Foods`; different for each number below 3,456, then with a number behind. */
export function companyName(number) {
  const [start, rest] = [number % COMPANY_START.length, Math.floor(number / COMPANY_START.length)];
  const [middle, left] = [rest % COMPANY_MIDDLE.length, Math.floor(rest / COMPANY_MIDDLE.length)];
  const [end, more] = [(left + number) % COMPANY_END.length, Math.floor(left / COMPANY_END.length)];
  return `${COMPANY_START[start]}${COMPANY_MIDDLE[middle]} ${COMPANY_END[end]}${more > 0 ? ` ${more + 1}` : ''}`;
}

export const roleOf = (random) => random.pick(ROLES);
export const topic = (random) => random.pick(TOPICS);
export const fact = (random) => random.pick(FACTS)(random);
export const decision = (random) => random.pick(DECISIONS)(random);
export const blocker = (random) => random.pick(BLOCKERS)(random);
export const question = (random) => random.pick(QUESTIONS)(random);
export const task = (random) => random.pick(TASKS)(random);

/** One thing that somebody says, one to three sentences long. */
export function spoken(random) {
  const said = [];
  for (let count = random.between(1, 3); count > 0; count--) {
    said.push(
      `${random.pick(OPENINGS)} ${random.pick(TOPICS)} ${random.pick(MIDDLES)} ${random.pick(random.chance(0.5) ? PLACES : MONTHS)}, ${random.pick(ENDINGS)}`,
    );
  }
  return said.join(' ');
}

export function sentenceCase(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
