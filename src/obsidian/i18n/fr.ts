import type { Texts } from './en.ts';
import { sayingBy } from './problem-words.ts';

const failed = (effect: string) => (reason: string) => `${effect}\u00A0: ${reason}.`;
const accounts = (count: number) => counted(count, 'compte', 'comptes');
const notes = (count: number) => counted(count, 'note', 'notes');
const meetingNotes = (count: number) => counted(count, 'note de réunion', 'notes de réunion');
const people = (count: number) => counted(count, 'note de personne', 'notes de personne');
const pages = (count: number) => counted(count, 'page', 'pages');
const problems = (count: number) => counted(count, 'problème', 'problèmes');
const meetings = (count: number) => counted(count, 'réunion', 'réunions');
const days = (count: number) => counted(count, 'jour', 'jours');
const lines = (count: number) => counted(count, 'ligne', 'lignes');
const tasks = (count: number) => counted(count, 'tâche à faire', 'tâches à faire');

export const fr: Texts = {
  reading: {
    progress: (done, all) => `Account Pages lit vos notes\u00A0: ${done} sur ${all}`,
    someSettingsUnusable:
      'Certains paramètres enregistrés sont inutilisables\u00A0; la liste des problèmes indique lesquels.',
    failed: (reason) =>
      `Account Pages n’a pas pu lire le coffre\u00A0: ${reason}. Rechargez l’application pour réessayer.`,
    failedAgain: failed('Account Pages n’a pas pu relire le coffre'),
  },
  buttons: {
    cancel: 'Annuler',
    openSettings: 'Ouvrir les paramètres',
    later: 'Plus tard',
    rebuild: 'Régénérer',
    undo: 'Revenir en arrière',
    repair: 'Réparer',
    removeRecords: 'Retirer les traces',
  },
  welcome: {
    noAccounts: (count) => `Account Pages n’a trouvé aucun compte dans ce coffre, mais ${meetingNotes(count)}.`,
    lookedFor: (folders) =>
      `Il a cherché des dossiers nommés ${folders} et des notes avec la propriété «\u00A0type: customer\u00A0». Indiquez dans les paramètres où se trouvent vos comptes.`,
    found: (found, count, persons) =>
      `Account Pages a trouvé ${accounts(found)}, ${meetingNotes(count)} et ${people(persons)}.`,
    withoutPage: (count) =>
      `${accounts(count)} sans page\u00A0: la commande «\u00A0Créer une page de compte\u00A0» de la palette de commandes en crée une.`,
    nothingWritten:
      'Rien n’a été écrit. Ouvrez la page d’un client et lancez «\u00A0Régénérer la page de compte\u00A0»\u00A0; vous voyez ce qui change avant que cela ne change.',
    settingsElsewhere:
      'Ouvrez les paramètres de l’application\u00A0: le plugin y figure parmi les modules de la communauté.',
  },
  commands: {
    rebuildPage: 'Régénérer la page de compte',
    rebuildAll: 'Régénérer toutes les pages',
    preview: 'Prévisualiser la régénération',
    undo: 'Annuler la dernière régénération',
    restore: 'Rétablir des lignes retirées',
    createPage: 'Créer une page de compte',
    openActions: 'Afficher les tâches à faire',
    showProblems: 'Afficher les problèmes',
    repairEncoding: 'Réparer l’encodage de cette note',
    removeRecords: 'Retirer la trace du plugin de toutes les pages',
    switchRefresh: 'Activer ou désactiver l’actualisation automatique sur cet appareil',
  },
  questions: {
    rebuild: 'Quelle page de compte régénérer\u00A0?',
    preview: 'Quelle page de compte prévisualiser\u00A0?',
    restore: 'Rétablir les lignes de quel compte\u00A0?',
    createPage: 'Créer une page pour quel compte\u00A0?',
    restoreLine: 'Quelle ligne rétablir\u00A0?',
  },
  failures: {
    listAccounts: failed('Les comptes n’ont pas pu être listés'),
    rebuild: failed('La page n’a pas été régénérée'),
    rebuildAll: failed('Les pages n’ont pas été régénérées'),
    preview: failed('La prévisualisation a échoué'),
    undo: failed('La régénération n’a pas été annulée'),
    restore: failed('Aucune ligne n’a été rétablie'),
    restoreLine: failed('La ligne n’a pas été rétablie'),
    settle: failed('La ligne est restée telle quelle'),
    createPage: (name, reason) => `Aucune page n’a été créée pour ${name}\u00A0: ${reason}.`,
    showProblems: failed('Les problèmes n’ont pas pu être listés'),
    repairEncoding: failed('La note n’a pas été réparée'),
    removeRecords: failed('Les traces n’ont pas été retirées'),
    setting: failed('Le paramètre n’a pas été enregistré'),
    readPage: failed('La page n’a pas pu être lue'),
  },
  reasons: {
    noteGone: 'la note n’est plus dans le coffre',
    editorRefused: 'l’éditeur où elle est ouverte n’a pas accepté la modification',
    notWorkedOut: 'la modification n’a pas pu être calculée',
    pathTaken: (path) => `il y a déjà une note à l’emplacement ${path}`,
    templateGone: (path) => `le modèle ${path} est introuvable\u00A0; choisissez-en un autre dans les paramètres`,
  },
  unplaced: {
    noDate: 'Cette note n’est sur aucune page, car elle n’a pas de date, à laquelle se reconnaît une note de réunion.',
    noAccount: 'Cette note n’est sur aucune page, car elle ne nomme aucun compte.',
    unknownAccount: (names) =>
      `Cette note n’est sur aucune page, car elle nomme ${names}, et aucun compte ne s’appelle ainsi.`,
    noPage: (names) =>
      `Cette note concerne ${names}, encore sans page\u00A0: «\u00A0Créer une page de compte\u00A0» dans la palette de commandes en crée une.`,
  },
  rebuild: {
    noPages: (folders) =>
      `Aucune page de compte trouvée. Elles se trouvent dans des dossiers nommés ${folders} ou ont la propriété «\u00A0type: customer\u00A0».`,
    alreadyRunning: 'Toutes les pages sont déjà en cours de régénération.',
    progress: (done, all) => `Régénération des pages\u00A0: ${done} sur ${all}`,
    checking: 'Examen de toutes les pages…',
    isCurrent: (name) => `${name} est à jour.`,
    rebuilt: (name, changes) => `Page de ${name} régénérée${changes === '' ? '' : `\u00A0: ${changes}`}.`,
    problemsFound: (count) =>
      `${counted(count, 'problème trouvé', 'problèmes trouvés')}\u00A0: voir «\u00A0Afficher les problèmes\u00A0».`,
    cancelled: 'Régénération interrompue',
    done: 'Toutes les pages de compte sont régénérées',
    changed: (changed, all) => `${counted(changed, 'page modifiée', 'pages modifiées')} sur ${all}.`,
    showProblems: (count) => `Afficher ${problems(count)}`,
    accountWithNotes: (name, count) => `${name} (${notes(count)})`,
    createdButNotRead: (path) =>
      `${path} a été créée, mais n’est pas lue comme page d’un compte\u00A0: donnez-lui la propriété «\u00A0type: customer\u00A0» ou placez-la dans l’un des dossiers de comptes.`,
  },
  preview: {
    title: (name) => `Aperçu de ${name}`,
    titleOfMany: (count) => `Aperçu de ${pages(count)}`,
    hint: 'Rien n’est encore écrit. Les lignes que vous avez écrites restent\u00A0; vous pourrez annuler la régénération ensuite.',
    nothingChanges: 'La page est à jour\u00A0: rien ne changerait.',
    onlyRecord: 'Seule la trace du plugin à la fin de la page changerait.',
    more: (count) => `Et ${counted(count, 'autre page', 'autres pages')} qui n’apparaissent pas ici.`,
    aboveHeadings: 'Au-dessus du premier titre',
    added: 'Ajouté\u00A0: ',
    removed: 'Retiré\u00A0: ',
  },
  refresh: {
    notRead: (reason) => `La page n’est pas actualisée, car elle n’a pas pu être lue\u00A0: ${reason}`,
    paused: (name) =>
      `La page de ${name} n’est plus actualisée d’elle-même, car elle a changé plus de cinq fois en une minute\u00A0: deux appareils se répondent peut-être. Régénérez-la à la main pour continuer.`,
    isOn: 'Les pages sont actualisées sur cet appareil.',
    isOff: 'Les pages ne sont plus actualisées sur cet appareil.',
  },
  takeBack: {
    nothing: 'Rien à annuler\u00A0: depuis, aucune régénération n’a modifié de page sur cet appareil.',
    title: 'Annuler la dernière régénération\u00A0?',
    extent: (count) =>
      `${counted(count, 'page retrouve le texte qu’elle avait', 'pages retrouvent le texte qu’elles avaient')} avant. Les pages modifiées depuis restent telles quelles.`,
    undone: (path) => `${path} est comme avant.`,
    declined: (path, reason) =>
      `${path} reste telle quelle\u00A0: ${reason}. Annulez d’abord ces modifications, ou corrigez à la main ce que vous ne voulez pas.`,
    changedSince: (first, last) =>
      `elle a été modifiée depuis, ${first === last ? `à la ligne ${first}` : `aux lignes ${first} à ${last}`}`,
    undoneMany: (count) =>
      `${counted(count, 'page a retrouvé son texte précédent', 'pages ont retrouvé leur texte précédent')}.`,
    declinedMany: (count, paths) =>
      `${counted(count, 'page modifiée depuis reste telle quelle', 'pages modifiées depuis restent telles quelles')}\u00A0: ${paths}`,
    noLines: (name) => `Aucune ligne n’a été retirée de la page de ${name}.`,
    wholeSection: 'toute la section',
    restored: (heading, line) => `Rétabli dans ${heading}\u00A0: ${line}`,
  },
  records: {
    title: 'Retirer la trace du plugin de toutes les pages\u00A0?',
    extent:
      'Chaque page garde son texte\u00A0; seule la trace cachée à la fin disparaît. Les lignes retirées ne seront plus connues, et une régénération ultérieure repartira de zéro. Ce que cet appareil conserve de vos notes disparaît aussi, et aucune régénération antérieure ne pourra être annulée. À faire avant de cesser d’utiliser le plugin.',
    kept: (path, reason) => `${path} garde sa trace\u00A0: ${reason}.`,
    removed: (count) => `Trace retirée de ${pages(count)}\u00A0; tous les autres octets restent.`,
    forgotten:
      'Cet appareil ne conserve plus rien de vos notes. Désactivez le plugin maintenant\u00A0: au prochain démarrage, il les conserve de nouveau.',
    stillKept: (reason) =>
      `Cet appareil conserve encore des parties de vos notes\u00A0: ${reason}. Redémarrez l’application et réessayez.`,
  },
  encoding: {
    whole: 'Rien à réparer\u00A0: le texte de cette note est intact.',
    title: 'Réparer le texte de cette note\u00A0?',
    repaired:
      'Le texte de la note a été réparé. Tant qu’elle est ouverte, «\u00A0Annuler la dernière régénération\u00A0» revient dessus.',
  },
  problems: {
    title: (count) => (count === 0 ? 'Aucun problème' : problems(count)),
    none: 'Toutes les notes ont pu être lues et reliées.',
    atLine: (line, message) => `Ligne ${line}\u00A0: ${message}`,
    more: (count) => `Et ${count} de plus\u00A0: corrigez d’abord ceux-ci.`,
    say: sayingBy({
      'account-unknown': ({ name, near }) => [
        `La note n’est reliée à aucun compte par «\u00A0${name}\u00A0», car aucune page ne porte ce nom ou cet alias.`,
        near.length > 0
          ? `S’il s’agit de ${near.join(' ou ')}, écrivez-le ou ajoutez un alias à sa page\u00A0; sinon, créez une page pour «\u00A0${name}\u00A0».`
          : `Créez une page pour «\u00A0${name}\u00A0».`,
      ],
      'account-is-person': ({ name }) => [
        `La note n’est reliée à aucun compte par «\u00A0${name}\u00A0», car c’est une personne.`,
        'Mettez-y le nom du compte, et la personne parmi les participants.',
      ],
      'account-page-twice': ({ name, other }) => [
        `Cette page reste telle quelle, car ${other} est déjà la page de «\u00A0${name}\u00A0».`,
        'Donnez à l’une des deux un autre titre ou type, ou déplacez-en une dans un dossier ignoré.',
      ],
      'date-invalid': ({ date }) => [
        `La date «\u00A0${date}\u00A0» est ignorée, car ce jour n’existe pas, ou qu’il pourrait y en avoir deux\u00A0; celle du nom du fichier est utilisée à la place.`,
        'Écrivez la date sous la forme AAAA-MM-JJ.',
      ],
      'encoding-repaired': ({ lines: damaged, misreadAs }) => [
        `Les caractères abîmés sont lus comme ils devaient l’être\u00A0: ${lines(damaged)} en UTF-8 lues un jour comme ${misreadAs}. La note elle-même est inchangée.`,
        'Il n’y a rien à faire\u00A0; pour réparer aussi la note, enregistrez-la de nouveau en UTF-8 depuis sa source.',
      ],
      'front-matter-broken': () => [
        'Seules les propriétés seules sur leur ligne sont lues, car l’en-tête de la note n’est pas un YAML valide.',
        'Mettez entre guillemets les valeurs qui contiennent «\u00A0:\u00A0», «\u00A0{\u00A0» ou «\u00A0[\u00A0», et retirez les tabulations et les clés répétées.',
      ],
      'front-matter-code': () => [
        'L’en-tête de la note n’est pas lu, car il nomme un langage après les tirets et pourrait exécuter du code.',
        'Écrivez les propriétés en YAML entre deux lignes de trois tirets.',
      ],
      'heading-twice': ({ heading }) => [
        `La section «\u00A0${heading}\u00A0» reste telle quelle, car la page l’a deux fois.`,
        'Déplacez ce qui mérite d’être gardé dans l’une des deux et retirez l’autre titre.',
      ],
      'last-contact-future': ({ day }) => [
        `last_contact reste au ${day}, car cette date est à venir et n’est jamais ramenée en arrière.`,
        'Mettez-y le jour de la dernière réunion, si ce jour est faux.',
      ],
      'ledger-damaged': () => [
        'Les lignes d’origine incertaine sont gardées comme les vôtres, et des lignes absentes peuvent revenir, car une synchronisation ou une modification a mélangé la trace à la fin de la page.',
        'Retirez les lignes qui sont maintenant en double ou que vous aviez retirées\u00A0; la trace est réparée.',
      ],
      'meetings-gone': ({ name }) => [
        `La page reste telle quelle, car plus aucune note de réunion ne concerne «\u00A0${name}\u00A0».`,
        'Si ses notes ont été déplacées, vérifiez les dossiers dans les paramètres\u00A0; si le compte est clos, il n’y a rien à faire.',
      ],
      disagreement: ({ name, newer, older, where }) => [
        `Deux notes sur ${name} se contredisent, car elles ne diffèrent que par un nombre, une date ou une négation\u00A0: «\u00A0${newer}\u00A0» ici, «\u00A0${older}\u00A0» dans ${where}.`,
        'Si la ligne la plus récente est juste et que la page montre les deux, retirez-y l’ancienne\u00A0; elle ne reviendra pas.',
      ],
      'note-too-large': ({ megabytes, most }) => [
        `La note est laissée de côté, car elle fait ${String(megabytes)}\u00A0Mo et lire plus de ${String(most)}\u00A0Mo bloquerait tout le reste.`,
        'Répartissez-la en plusieurs notes, ou déplacez ce qui n’est pas du texte, comme les images intégrées, dans des fichiers à part.',
      ],
      'note-undated': ({ name }) => [
        `La note n’apporte rien à «\u00A0${name}\u00A0», car elle n’a pas de date, à laquelle se reconnaît une note de réunion.`,
        'Mettez le jour, sous la forme AAAA-MM-JJ, dans le nom du fichier ou dans une propriété «\u00A0date\u00A0»\u00A0; si elle ne parle d’aucune réunion, donnez-lui une propriété «\u00A0type\u00A0», comme «\u00A0plan\u00A0».',
      ],
      'note-unreadable': ({ reason }) => [
        `La note est laissée de côté, car elle n’a pas pu être lue\u00A0: ${reason}`,
        'Vérifiez que le fichier existe, est téléchargé et lisible, puis régénérez.',
      ],
      'page-in-conflict': () => [
        'La page reste telle quelle, car git a laissé ici deux versions de certaines lignes, et vous seul pouvez choisir.',
        'Gardez les lignes voulues et retirez les marques (<<<<<<<, =======, >>>>>>>), puis régénérez.',
      ],
      'page-not-written': ({ why, reason }) =>
        why === 'unclosed'
          ? [
              'La page reste telle quelle, car un bloc de code ou un commentaire s’ouvre ici sans jamais se fermer\u00A0: la suite pourrait en faire partie.',
              'Fermez-le par une ligne ``` (ou --> ou %%) là où il doit finir.',
            ]
          : why === 'later version'
            ? [
                'La page reste telle quelle, car une version ultérieure d’Account Pages l’a écrite.',
                'Mettez le plugin à jour sur cet appareil.',
              ]
            : [
                `La page est restée comme elle était, car elle n’a pas pu être écrite\u00A0: ${reason}`,
                'Vérifiez que le fichier peut être écrit et qu’il reste de la place, puis régénérez.',
              ],
      'section-emptied': ({ heading }) => [
        `La section «\u00A0${heading}\u00A0» reste telle quelle, car les notes de réunion ne donnent plus rien pour elle.`,
        'Si c’est normal, retirez ses lignes à la main\u00A0; sinon, cherchez une note vidée ou qui a perdu ses titres.',
      ],
      'setting-invalid': ({ path, key, reason }) => {
        if (reason !== null)
          return [
            `Les paramètres par défaut sont utilisés, car ceux qui sont enregistrés n’ont pas pu être lus\u00A0: ${reason}`,
            `Réparez ${path} ou reprenez-en une copie antérieure\u00A0; tout réglage dans les paramètres le remplace.`,
          ];
        const what = key === null ? 'les paramètres' : `«\u00A0${key}\u00A0»`;
        return [
          `La valeur par défaut est utilisée pour ${what}, car la valeur enregistrée est inutilisable.`,
          `Réglez de nouveau ${what} dans les paramètres, ou retirez la valeur de ${path}.`,
        ];
      },
      'fence-unclosed': () => [
        'Rien n’est lu sous cette ligne, car un bloc de code ou un commentaire s’ouvre ici sans jamais se fermer.',
        'Fermez-le par une ligne ``` (ou --> ou %%) là où il doit finir.',
      ],
    }),
  },
  settings: {
    places: 'Emplacements',
    accountFolders: 'Dossiers de comptes',
    accountFoldersHint: (found) =>
      `Chaque dossier contenu dans l’un d’eux est un compte. Un nom ou un chemin par ligne. ${found}`,
    peopleFolders: 'Dossiers de personnes',
    peopleFoldersHint: (found) => `Dossiers avec une note par personne. ${found}`,
    projectFolders: 'Dossiers de projets',
    projectFoldersHint: 'Leurs notes appartiennent à un projet et aux comptes qu’elles nomment.',
    meetingFolders: 'Dossiers de réunions',
    meetingFoldersHint: (found) =>
      `Où se trouvent des notes de réunion, outre les dossiers ci-dessus. Laissez vide pour parcourir tout le coffre. ${found}`,
    ignoredFolders: 'Dossiers à ignorer',
    ignoredFoldersHint: 'Rien n’y est lu.',
    stillReading: 'Lecture en cours…',
    foundNoAccounts: 'Aucun trouvé\u00A0: le nom est-il écrit comme dans la liste des fichiers\u00A0?',
    foundAccounts: (count, withPage) =>
      `${counted(count, 'compte trouvé', 'comptes trouvés')}, dont ${withPage} avec une page.`,
    foundPeople: (count) => `${counted(count, 'note de personne trouvée', 'notes de personne trouvées')}.`,
    foundMeetings: (count) => `${counted(count, 'note de réunion trouvée', 'notes de réunion trouvées')}.`,
    you: 'Vous',
    ownNames: 'Vos noms',
    ownNamesHint:
      'Tels qu’ils figurent dans les notes\u00A0: votre nom, vos surnoms, vos adresses e-mail. Leurs tâches sont les vôtres, et vous n’êtes pas cité comme collaborateur.',
    ownCompany: 'Votre entreprise',
    ownCompanyHint: 'Ses noms. Une réunion entre collègues seulement ne concerne aucun compte.',
    pages: 'Pages',
    sections: 'Sections',
    sectionsHint: 'Quelles sections a une page, sous quels titres, dans quel ordre et avec combien de lignes.',
    sectionsOn: (count) => counted(count, 'active', 'actives'),
    sectionOrder: 'Dans l’ordre d’une nouvelle page',
    upToLines: (count) => `jusqu’à ${lines(count)}`,
    off: 'désactivée',
    keepCurrent: 'Tenir cette section à jour',
    keepCurrentHint: 'Une section désactivée reste telle quelle sur les pages qui l’ont.',
    heading: 'Titre',
    headingHint: 'Une section placée sous un autre titre de même sens garde le sien.',
    headingForm:
      'Un titre est une ligne de 100 caractères au plus, avec au moins une lettre ou un chiffre, sans %%, $$, < ni `.',
    mostLines: 'Nombre maximal de lignes',
    mostLinesHint: 'Les plus récentes sont gardées.',
    wholeNumber: (min, max) => `Un nombre entier de ${min} à ${max}.`,
    ownHeadings: 'Vos propres titres',
    ownHeadingsHint:
      'Titres de vos notes de réunion qui ont l’un de ces sens, outre les titres habituels. Un par ligne.',
    knownHeadings: (names) => `Déjà connus\u00A0: ${names} et d’autres.`,
    families: {
      summary: 'Résumé',
      facts: 'Faits clés',
      decisions: 'Décisions',
      blockers: 'Blocages et risques',
      actions: 'Tâches',
      followUps: 'Suites à donner',
      participants: 'Participants',
      outcomes: 'Résultats',
      questions: 'Questions ouvertes',
      topics: 'Sujets',
      opportunities: 'Opportunités',
      nextMeeting: 'Prochaine réunion',
      transcript: 'Transcription',
    },
    evidenceLinks: 'Relier chaque ligne à sa réunion',
    evidenceLinksHint: 'Désactivé, les faits et les décisions restent seuls, les blocages avec leur date.',
    mergeNearDuplicates: 'Fusionner les quasi-doublons',
    mergeNearDuplicatesHint: 'Ce que plusieurs réunions disent presque dans les mêmes mots devient une seule ligne.',
    previewFirst: 'Montrer d’abord un aperçu',
    previewFirstHint: 'Avant qu’une page soit écrite pour la première fois, vous voyez ce qui changerait.',
    pageTemplate: 'Modèle des nouvelles pages',
    pageTemplateHint:
      'Une note par laquelle commence une nouvelle page de compte. {{account}} et {{date}} sont remplis. Laissez vide pour une page simple.',
    pageTemplateExample: 'Modèles/Compte.md',
    actionItems: 'Tâches',
    proposedTasks: 'Lister les tâches proposées',
    proposedTasksHint: 'Tâches de statut «\u00A0?\u00A0», proposées par un assistant.',
    plainBullets: 'Prendre les simples puces pour des tâches',
    plainBulletsHint: 'Aussi les puces sans case à cocher sous un titre tel que «\u00A0Tâches\u00A0».',
    refresh: 'Actualisation automatique',
    automaticRefresh: 'Actualiser les pages automatiquement',
    automaticRefreshHint:
      'Quand une note de réunion change, les pages de ses comptes suivent. Seulement les pages que vous avez régénérées une fois.',
    thisDevice: 'Sur cet appareil',
    thisDeviceHint: 'À désactiver là où un autre appareil s’en charge déjà. Non synchronisé.',
    refreshDelay: 'Attente avant une actualisation',
    refreshDelayHint: 'Combien de secondes sans que personne ne tape.',
    check: 'Vérification',
    showProblems: 'Afficher les problèmes',
    showProblemsHint:
      'Notes qui n’ont pas pu être reliées ou lues, lignes qui se contredisent, et que faire pour chacune.',
  },
  cli: {
    accountFlag: '<nom>',
    accountFlagHint: 'Seulement ce compte\u00A0; tous sans cette option',
    list: 'Lister les comptes avec le dernier contact et les tâches à faire',
    rebuild: 'Mettre à jour les pages de compte',
    actions: 'Lister les tâches à faire',
    never: 'jamais',
    meetings,
    openActions: tasks,
    noAccounts: 'Aucun compte trouvé.',
    noActions: 'Aucune tâche à faire.',
    noAccountNamed: (name) => `Aucun compte ne s’appelle «\u00A0${name}\u00A0».`,
    didYouMean: (near) => `Vouliez-vous dire ${near.join(' ou ')}\u00A0?`,
  },
  days: {
    today: 'aujourd’hui',
    tomorrow: 'demain',
    yesterday: 'hier',
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    dayOfMonth: (month, day) => `${day === 1 ? '1er' : day} ${month}`,
    monthOfYear: (month, year) => `${month} ${year}`,
    count: days,
    ahead: (count) => `dans ${days(count)}`,
    ago: (count) => `il y a ${days(count)}`,
    overdue: (count) => `${days(count)} de retard`,
  },
  sidebar: {
    title: 'Tâches',
    hoverSource: 'Account Pages\u00A0: tâches',
    tree: 'Tâches à faire',
    tabs: { items: 'Tâches à faire', review: 'À revoir' },
    search: 'Filtrer les tâches…',
    groupBy: 'Grouper par',
    groupings: { account: 'Compte', owner: 'Responsable', due: 'Échéance', meeting: 'Réunion' },
    sortBy: 'Trier par',
    sortings: { due: 'Échéance', priority: 'Priorité', age: 'Les plus anciennes d’abord' },
    filterBy: 'Filtrer par',
    owners: {
      anyone: 'De tout le monde',
      mine: 'Les miennes',
      theirs: 'Celles des autres',
      unassigned: 'Non attribuées',
    },
    dues: {
      any: 'Toutes les échéances',
      overdue: 'En retard',
      week: 'À faire cette semaine',
      none: 'Sans échéance',
    },
    proposals: { any: 'Proposées ou non', only: 'Seulement les proposées', without: 'Sans les proposées' },
    removeFilter: (filter) => `Retirer le filtre\u00A0: ${filter}`,
    foldAll: 'Tout replier ou déplier',
    openPage: 'Ouvrir la page',
    openMeeting: 'Ouvrir la réunion',
    groupTitles: {
      mine: 'Les miennes',
      unassigned: 'Non attribuées',
      overdue: 'En retard',
      today: 'Aujourd’hui',
      week: 'Dans les 7 jours',
      later: 'Plus tard',
      noDueDate: 'Sans échéance',
    },
    open: (count) => `${count} à faire`,
    someOpen: (matching, all) => `${matching} sur ${all} à faire`,
    overdue: (count) => `${count} en retard`,
    openItems: tasks,
    meetings: (count, weeks) => `${meetings(count)} en ${counted(weeks, 'semaine', 'semaines')}`,
    lastMet: (ago) => `dernière rencontre ${ago}`,
    lastMetOn: (ago, date, since) => `Dernière rencontre ${ago}, le ${date} (${since})`,
    shortAge: {
      today: 'auj.',
      days: (count) => `${count} j`,
      weeks: (count) => `${count} sem.`,
      months: (count) => `${count} mois`,
    },
    nothingOpen: 'Rien à faire',
  },
  empty: {
    reading: 'Lecture de vos notes…',
    progress: (done, all) => `${done} sur ${all}`,
    noAccounts: 'Aucun compte trouvé',
    lookedFor: (folders) => `Dossiers cherchés\u00A0: ${folders}.`,
    whatAccountsAre:
      'Un compte est un dossier placé dans l’un de ceux-ci, ou une note dont la propriété «\u00A0type\u00A0» vaut «\u00A0customer\u00A0». D’autres noms de dossiers peuvent être indiqués dans les paramètres du plugin.',
    nothingOpen: (count) =>
      `Aucune note de réunion de ${count === 1 ? 'votre compte' : `vos ${count} comptes`} n’a de case non cochée.`,
    noMatch: 'Aucun résultat',
    noneFits: (count) =>
      count === 1
        ? 'La seule tâche à faire (1) ne correspond pas au filtre.'
        : `Aucune des ${count} tâches à faire ne correspond au filtre.`,
    clearFilters: 'Effacer les filtres',
  },
  item: {
    more: 'Autres actions',
    noCheckbox: 'Cette ligne n’a pas de case à cocher',
    markDone: 'Marquer comme faite',
    proposedTag: 'Proposée',
    status: (status) => `Statut «\u00A0${status}\u00A0»`,
    openFor: (count) => `À faire depuis ${days(count)}`,
    inSeveral: (count) => `Dans ${meetings(count)}\u00A0; la cocher la coche partout`,
    dueDay: (weekday, date) => `Échéance\u00A0: ${weekday} ${date}`,
    repeats: (recurrence) => `Se répète\u00A0: ${recurrence}`,
    open: 'Ouvrir',
    openInNewTab: 'Ouvrir dans un nouvel onglet',
    dueToday: 'Échéance aujourd’hui',
    dueTomorrow: 'Échéance demain',
    dueNextWeek: (weekday) => `Échéance la semaine prochaine (${weekday})`,
    pickDay: 'Choisir l’échéance…',
    removeDay: 'Retirer l’échéance',
    setOwner: 'Choisir le responsable…',
    copyText: 'Copier comme texte',
    copyLink: 'Copier le lien vers la réunion',
    whoDoesIt: 'Qui doit s’en charger\u00A0?',
    me: 'Moi',
    nameOfMe: (name) => `${name} (moi)`,
    nobody: 'Personne',
    dueDate: 'Échéance',
    set: 'Définir',
    copied: 'Copié.',
    notCopied: (reason) => `Rien n’a été copié\u00A0: ${reason}`,
    noteGone: (path) => `«\u00A0${path}\u00A0» n’est plus dans le coffre.`,
    dueOn: (day) => `échéance ${day}`,
  },
  spoken: {
    done: 'faite',
    due: (words) => `échéance ${words}`,
    priorities: {
      highest: 'priorité la plus haute',
      high: 'priorité haute',
      medium: 'priorité moyenne',
      low: 'priorité basse',
      lowest: 'priorité la plus basse',
    },
    repeats: (recurrence) => `se répète ${recurrence}`,
    proposed: 'proposée',
    from: (note) => `de ${note}`,
    inMeetings: (count) => `dans ${meetings(count)}`,
  },
  changes: {
    notChanged: (reasons) => `Non modifiée. ${reasons}`,
    changed: (item) => `Modifiée\u00A0: ${item}`,
    notTicked: (reasons) => `Non cochée. ${reasons}`,
    notUndone: (reasons) => `Non annulé. ${reasons}`,
    openAgain: (item) => `De nouveau à faire\u00A0: ${item}`,
    done: (item, ticked, count) =>
      `Faite\u00A0: ${item}, ${extent(ticked, count)}. Appuyez sur Ctrl Z ou Command Z pour annuler.`,
    tickedSeveral: (ticked, count) =>
      `Cochée sur ${extent(ticked, count)}, car plusieurs notes contiennent cette tâche.`,
    repeatsOnlyWithTasks: (item) =>
      `«\u00A0${item}\u00A0» se répète\u00A0: sa prochaine date n’est écrite que si le plugin Tasks est actif.`,
    notWritten: (note, reason) => `«\u00A0${note}\u00A0» n’a pas pu être écrite\u00A0: ${reason}`,
    refusals: {
      closed: (note) => `Elle est déjà faite dans «\u00A0${note}\u00A0».`,
      changed: (note) => `Sa ligne dans «\u00A0${note}\u00A0» a changé depuis sa lecture.`,
      gone: (note) => `Sa ligne n’est plus dans «\u00A0${note}\u00A0».`,
      several: (note) =>
        `«\u00A0${note}\u00A0» a maintenant plusieurs lignes de ce genre, et aucune là où elle se trouvait.`,
      'no checkbox': (note) => `Sa ligne dans «\u00A0${note}\u00A0» n’a pas de case à cocher.`,
      'not understood': (note) =>
        `Sa ligne dans «\u00A0${note}\u00A0» est écrite de telle façon qu’on ne peut la modifier ici sans en changer davantage.`,
    },
  },
  review: {
    noPages: 'Aucun compte n’a encore de page.',
    disagreements: 'Contradictions',
    edits: 'Vos modifications, dites autrement dans les notes depuis',
    removed: 'Lignes retirées',
    problems: 'Problèmes',
    nothing: 'Rien à revoir',
    openNote: (note) => `Ouvrir ${note}`,
    openLine: (note, line) => `Ouvrir ${note}, ligne ${line}`,
    mine: (heading) => `La vôtre, dans ${heading}`,
    newer: 'Dans les notes à présent',
    useNewer: 'L’utiliser',
    keepMine: 'Garder la mienne',
    wholeSection: 'Toute la section',
    restore: 'Rétablir',
  },
};

function extent(ticked: number, count: number): string {
  return `${lines(ticked)} dans ${notes(count)}`;
}

/** `0 page`, `1 page`, `2 pages`. */
function counted(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}
