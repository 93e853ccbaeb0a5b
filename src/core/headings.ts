/**
 * Default headings per family, in English, German, French, Spanish and Portuguese, folded as they are looked up but
 * for the accents. Those of other people's templates and importers were taken from what these write.
 */
export const DEFAULT_HEADINGS = {
  summary: `
    summary, executive summary, meeting summary, tl;dr, tldr, recap, quick recap, overview, abstract,
    zusammenfassung, kurzfassung, überblick, résumé, synthèse, résumé exécutif, resumen, resumen ejecutivo,
    síntesis, resumo, resumo executivo, síntese, meeting purpose, discussion summary, kurzzusammenfassung,
    management summary, fazit, das wichtigste in kürze, auf einen blick, en bref, récapitulatif, aperçu,
    l'essentiel, en breve, visión general, resumen de la reunión, sumário, em resumo, visão geral, resumo da reunião
  `,
  facts: `
    key facts, facts, key information, key info, key points, key takeaways, takeaways, key insights, highlights,
    context, background, signals, wichtige fakten, fakten, wichtige informationen, wichtige punkte, kernpunkte,
    erkenntnisse, kontext, faits clés, faits marquants, informations clés, points clés, points essentiels, contexte,
    hechos clave, datos clave, información clave, puntos clave, contexto, fatos principais, fatos-chave,
    informações-chave, informações importantes, pontos-chave, pontos principais, key discussion points, main points,
    kernaussagen, wichtigste punkte, eckdaten, zahlen und fakten, wichtigste erkenntnisse, points importants,
    échanges clés, chiffres clés, à retenir, éléments clés, puntos importantes, puntos principales, aspectos
    destacados, ideas clave, pontos chave, principais pontos, pontos importantes, destaques, factos principais,
    dados-chave, pain points, customer pain points, where we stand, stand der dinge
  `,
  decisions: `
    decisions, decision, key decisions, decisions made, decisions taken, agreements, agreed, entscheidungen,
    beschlüsse, vereinbarungen, getroffene entscheidungen, décisions, décisions prises, accords, decisiones,
    decisiones tomadas, acuerdos, decisões, decisões tomadas, acordos, deliberações, beschluss, entscheide,
    festlegungen, relevé de décisions, arbitrages, puntos acordados, acuerdos alcanzados, resoluciones, resoluções,
    decisão, decided, what we agreed, what we agreed on, what was agreed, what we decided, what was decided
  `,
  blockers: `
    blockers, current blockers, risks, risks and blockers, blockers and risks, risks & blockers, blockers & risks,
    risks and issues, concerns, issues, obstacles, impediments, challenges, risiken, hindernisse, blocker, bedenken,
    probleme, risiken und hindernisse, risques, blocages, points de blocage, points bloquants, freins, problèmes,
    riesgos, bloqueos, bloqueadores, obstáculos, impedimentos, problemas, preocupaciones, riscos, bloqueios,
    preocupações, herausforderungen, blockaden, hürden, stolpersteine, points de vigilance, points d'attention,
    difficultés, dificultades, dificuldades, desafios, pontos de atenção, entraves, objections, customer objections,
    einwände, objeciones, objeções
  `,
  actions: `
    action items, actions, action points, next steps, tasks, to-dos, to-do, todos, todo, to do, my tasks, to dos,
    action items and next steps, next steps and action items, aufgaben, nächste schritte, maßnahmen, offene
    aufgaben, to-do-liste, actions à mener, prochaines étapes, tâches, à faire, plan d'action, points d'action,
    acciones, próximos pasos, tareas, puntos de acción, pendientes, por hacer, ações, próximos passos, tarefas,
    itens de ação, pendências, a fazer, follow-up tasks, aktionen, arbeitsaufträge, pendenzen, zu erledigen,
    weiteres vorgehen, actions à suivre, choses à faire, relevé d'actions, suites à donner, étapes suivantes, tareas
    asignadas, acciones pendientes, plan de acción, siguientes pasos, pasos a seguir, compromisos, próximas etapas,
    plano de ação, ações definidas, encaminhamentos
  `,
  followUps: `
    follow-ups, follow-up, follow ups, follow up, followups, follow-ups & check-ins, check-ins, nachverfolgung,
    wiedervorlage, suivi, suivis, relances, seguimiento, seguimientos, acompanhamento, acompanhamentos, seguimento
  `,
  participants: `
    stakeholders, stakeholders & roles, stakeholders and roles, attendees, participants, people, present,
    teilnehmer, teilnehmende, anwesende, anwesend, participants à la réunion, présents, personnes présentes,
    asistentes, participantes, presentes, teilnehmer:innen, teilnehmerinnen, beteiligte, présences, intervenants,
    asistencia, presenças, intervenientes
  `,
  outcomes: `
    outcomes, outcome, results, ergebnisse, résultats, resultados, resultate, bilan, logros, conclusões,
    conclusiones
  `,
  questions: `
    open questions, questions, unanswered questions, offene fragen, fragen, questions ouvertes, questions en
    suspens, preguntas abiertas, preguntas pendientes, preguntas, questões em aberto, perguntas em aberto,
    perguntas, dúvidas, offene punkte, ungeklärte punkte, zu klären, points en suspens, points ouverts, à clarifier,
    cuestiones abiertas, dudas, temas pendientes, puntos pendientes, pontos em aberto, assuntos pendentes
  `,
  topics: `
    topics, topics discussed, key topics, themen, besprochene themen, sujets, sujets abordés, thèmes abordés, temas,
    temas tratados, tópicos, assuntos, temas discutidos
  `,
  opportunities: `
    opportunities, opportunity, chancen, opportunités, oportunidades
  `,
  nextMeeting: `
    next meeting, next call, nächstes treffen, nächster termin, nächste besprechung, prochaine réunion, próxima
    reunión, próxima reunião, nächstes meeting, nächste sitzung, folgetermin, prochain rendez-vous, prochaine
    séance, siguiente reunión, próximo encontro
  `,
  transcript: `
    transcript, original transcript, full transcript, raw transcript, meeting transcript, transcription, transkript,
    transkription, transcripción, transcrição, wortprotokoll, retranscription, verbatim, transcripción completa,
    transcrição completa
  `,
};
