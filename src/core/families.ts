import { plainTypography } from './words.ts';

/** What a section of a meeting note is about. */
export const FAMILIES = [
  'summary',
  'facts',
  'decisions',
  'blockers',
  'actions',
  'followUps',
  'participants',
  'outcomes',
  'questions',
  'topics',
  'opportunities',
  'nextMeeting',
  'transcript',
] as const;

export type Family = (typeof FAMILIES)[number];

/** Default headings per family, as `foldHeading` leaves them: English, German, French, Spanish, Portuguese. */
export const DEFAULT_HEADINGS: Readonly<Record<Family, readonly string[]>> = {
  summary: [
    'summary', 'executive summary', 'meeting summary', 'tl;dr', 'tldr', 'recap', 'quick recap', 'overview', 'abstract',
    'zusammenfassung', 'kurzfassung', 'überblick',
    'résumé', 'synthèse', 'résumé exécutif',
    'resumen', 'resumen ejecutivo', 'síntesis',
    'resumo', 'resumo executivo', 'síntese',
    'meeting purpose', 'discussion summary', 'key outcomes and summary',
    'kurzzusammenfassung', 'management summary', 'fazit', 'das wichtigste in kürze', 'auf einen blick',
    'en bref', 'récapitulatif', 'aperçu', "l'essentiel",
    'en breve', 'visión general', 'resumen de la reunión',
    'sumário', 'em resumo', 'visão geral', 'resumo da reunião',
  ],
  facts: [
    'key facts', 'facts', 'key information', 'key info', 'key points', 'key takeaways', 'takeaways', 'key insights',
    'highlights', 'context', 'background', 'signals',
    'wichtige fakten', 'fakten', 'wichtige informationen', 'wichtige punkte', 'kernpunkte', 'erkenntnisse', 'kontext',
    'faits clés', 'faits marquants', 'informations clés', 'points clés', 'points essentiels', 'contexte',
    'hechos clave', 'datos clave', 'información clave', 'puntos clave', 'contexto',
    'fatos principais', 'fatos-chave', 'informações-chave', 'informações importantes', 'pontos-chave',
    'pontos principais', 'contexto',
    'key discussion points', 'main points',
    'kernaussagen', 'wichtigste punkte', 'eckdaten', 'zahlen und fakten', 'wichtigste erkenntnisse',
    'points importants', 'échanges clés', 'chiffres clés', 'à retenir', 'éléments clés',
    'puntos importantes', 'puntos principales', 'aspectos destacados', 'ideas clave',
    'pontos chave', 'principais pontos', 'pontos importantes', 'destaques', 'factos principais', 'dados-chave',
  ],
  decisions: [
    'decisions', 'decision', 'key decisions', 'decisions made', 'decisions taken', 'agreements', 'agreed',
    'entscheidungen', 'beschlüsse', 'vereinbarungen', 'getroffene entscheidungen',
    'décisions', 'décisions prises', 'accords',
    'decisiones', 'decisiones tomadas', 'acuerdos',
    'decisões', 'decisões tomadas', 'acordos', 'deliberações',
    'beschluss', 'entscheide', 'festlegungen',
    'relevé de décisions', 'arbitrages',
    'puntos acordados', 'acuerdos alcanzados', 'resoluciones',
    'resoluções', 'decisão',
  ],
  blockers: [
    'blockers', 'current blockers', 'risks', 'risks and blockers', 'blockers and risks', 'risks & blockers',
    'blockers & risks', 'risks and issues', 'concerns', 'issues', 'obstacles', 'impediments', 'challenges',
    'risiken', 'hindernisse', 'blocker', 'bedenken', 'probleme', 'risiken und hindernisse',
    'risques', 'blocages', 'points de blocage', 'points bloquants', 'freins', 'obstacles', 'problèmes',
    'riesgos', 'bloqueos', 'bloqueadores', 'obstáculos', 'impedimentos', 'problemas', 'preocupaciones',
    'riscos', 'bloqueios', 'bloqueadores', 'obstáculos', 'impedimentos', 'problemas', 'preocupações',
    'herausforderungen', 'blockaden', 'hürden', 'stolpersteine',
    'points de vigilance', "points d'attention", 'difficultés',
    'dificultades',
    'dificuldades', 'desafios', 'pontos de atenção', 'entraves',
  ],
  actions: [
    'action items', 'actions', 'action points', 'next steps', 'tasks', 'to-dos', 'to-do', 'todos', 'todo', 'to do',
    'my tasks', 'to dos', 'action items and next steps', 'next steps and action items',
    'aufgaben', 'nächste schritte', 'maßnahmen', 'offene aufgaben', 'to-do-liste',
    'actions à mener', 'prochaines étapes', 'tâches', 'à faire', "plan d'action", "points d'action",
    'acciones', 'próximos pasos', 'tareas', 'puntos de acción', 'pendientes', 'por hacer',
    'ações', 'próximos passos', 'tarefas', 'itens de ação', 'pendências', 'a fazer',
    'follow-up tasks',
    'to-dos', 'aktionen', 'arbeitsaufträge', 'pendenzen', 'zu erledigen', 'weiteres vorgehen',
    'actions à suivre', 'choses à faire', "relevé d'actions", 'suites à donner', 'étapes suivantes',
    'tareas asignadas', 'acciones pendientes', 'plan de acción', 'siguientes pasos', 'pasos a seguir', 'compromisos',
    'próximas etapas', 'plano de ação', 'ações definidas', 'encaminhamentos',
  ],
  followUps: [
    'follow-ups', 'follow-up', 'follow ups', 'follow up', 'followups', 'follow-ups & check-ins', 'check-ins',
    'nachverfolgung', 'wiedervorlage', 'suivi', 'suivis', 'relances', 'seguimiento', 'seguimientos',
    'acompanhamento', 'acompanhamentos', 'seguimento',
  ],
  participants: [
    'stakeholders', 'stakeholders & roles', 'stakeholders and roles', 'attendees', 'participants', 'people', 'present',
    'teilnehmer', 'teilnehmende', 'anwesende', 'anwesend', 'participants à la réunion', 'présents', 'personnes présentes',
    'asistentes', 'participantes', 'presentes',
    'teilnehmer:innen', 'teilnehmerinnen', 'beteiligte', 'présences', 'intervenants', 'asistencia', 'presenças', 'intervenientes',
  ],
  outcomes: [
    'outcomes', 'outcome', 'results', 'ergebnisse', 'résultats', 'resultados',
    'resultate', 'bilan', 'logros', 'conclusões', 'conclusiones',
  ],
  questions: [
    'open questions', 'questions', 'unanswered questions', 'offene fragen', 'fragen', 'questions ouvertes',
    'questions en suspens', 'preguntas abiertas', 'preguntas pendientes', 'preguntas', 'questões em aberto',
    'perguntas em aberto', 'perguntas', 'dúvidas',
    'offene punkte', 'ungeklärte punkte', 'zu klären', 'points en suspens', 'points ouverts', 'à clarifier', 'cuestiones abiertas', 'dudas', 'temas pendientes', 'puntos pendientes', 'pontos em aberto', 'assuntos pendentes',
  ],
  topics: [
    'topics', 'topics discussed', 'key topics', 'themen', 'besprochene themen', 'sujets', 'sujets abordés',
    'thèmes abordés', 'temas', 'temas tratados', 'tópicos', 'assuntos', 'temas discutidos',
  ],
  opportunities: [
    'opportunities', 'opportunity', 'chancen', 'opportunités', 'oportunidades',
  ],
  nextMeeting: [
    'next meeting', 'next call', 'nächstes treffen', 'nächster termin', 'nächste besprechung', 'prochaine réunion',
    'próxima reunión', 'próxima reunião',
    'nächstes meeting', 'nächste sitzung', 'folgetermin', 'prochain rendez-vous', 'prochaine séance', 'siguiente reunión', 'próximo encontro',
  ],
  transcript: [
    'transcript', 'original transcript', 'full transcript', 'raw transcript', 'meeting transcript', 'transcription',
    'transkript', 'transkription', 'transcripción', 'transcrição',
    'wortprotokoll', 'retranscription', 'verbatim', 'transcripción completa', 'transcrição completa',
  ],
};

const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D)+/gu;

/**
 * A heading as it is looked up: dashes and quotes made plain, emphasis, emoji, numbering, a trailing `(…)` and colon
 * dropped, lower case. `### 2. **Follow‑Ups** (Customer / Us):` → `follow-ups`.
 */
export function foldHeading(heading: string): string {
  let folded = plainTypography(heading.replace(EMOJI, ' '))
    .replace(/[*_`~]+|==/g, '')
    .replace(/^\s*#+\s+/, '')
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)])\s+/i, '')
    .trim();
  for (let shorter = folded; ; folded = shorter) {
    shorter = folded.replace(/\s*:+\s*$/, '').replace(/\s*\([^()]*\)\s*$/, '').trim();
    if (shorter === folded) return withoutAccents(folded.toLowerCase()).replace(/\s+/g, ' ');
  }
}

/** `Décisions` and `DECISIONS` are looked up alike. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** `Risks and mitigations`, `Beschlüsse / Entscheidungen`: the first part says what the section is about. */
const JOINED = /\s*(?:&|\/|\b(?:and|und|et|y|e)\b)\s*/;

const FOLDED_DEFAULTS: ReadonlyMap<string, Family> = new Map(
  FAMILIES.flatMap((family) => DEFAULT_HEADINGS[family].map((name): [string, Family] => [foldHeading(name), family])),
);

/** Looks headings up; made once from the settings. */
export type HeadingLookup = (heading: string) => Family | null;

/** A lookup over the default headings and those that the user added; the user's win. */
export function headingLookup(added: Partial<Readonly<Record<Family, readonly string[]>>>): HeadingLookup {
  const families = new Map(FOLDED_DEFAULTS);
  for (const family of FAMILIES) for (const name of added[family] ?? []) families.set(foldHeading(name), family);
  const seen = new Map<string, Family | null>();
  return (heading) => {
    const known = seen.get(heading);
    if (known !== undefined) return known;
    const folded = foldHeading(heading);
    const family = families.get(folded) ?? families.get(folded.split(JOINED)[0] ?? '') ?? (folded.startsWith('transcript for') ? 'transcript' : null);
    // Notes repeat few headings many times; a note with a million different ones must not fill the memory.
    if (seen.size < 5_000) seen.set(heading, family);
    return family;
  };
}
