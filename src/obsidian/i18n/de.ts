import { counted } from './counted.ts';
import type { Texts } from './en.ts';
import { sayingBy } from './problem-words.ts';

const failed = (effect: string) => (reason: string) => `${effect}: ${reason}.`;
const accounts = (count: number) => counted(count, 'Account', 'Accounts');
const notes = (count: number) => counted(count, 'Notiz', 'Notizen');
const meetingNotes = (count: number) => counted(count, 'Meeting-Notiz', 'Meeting-Notizen');
const people = (count: number) => counted(count, 'Personennotiz', 'Personennotizen');
const pages = (count: number) => counted(count, 'Seite', 'Seiten');
const problems = (count: number) => counted(count, 'Problem', 'Probleme');
const meetings = (count: number) => counted(count, 'Meeting', 'Meetings');
const days = (count: number) => counted(count, 'Tag', 'Tage');
const lines = (count: number) => counted(count, 'Zeile', 'Zeilen');

export const de: Texts = {
  reading: {
    progress: (done, all) => `Account Pages liest deine Notizen: ${done} von ${all}`,
    someSettingsUnusable:
      'Einige gespeicherte Einstellungen waren unbrauchbar; welche, steht in der Liste der Probleme.',
    failed: (reason) =>
      `Account Pages konnte den Vault nicht lesen: ${reason}. Lade die App neu, um es noch einmal zu versuchen.`,
    failedAgain: failed('Account Pages konnte den Vault nicht noch einmal lesen'),
  },
  buttons: {
    cancel: 'Abbrechen',
    openSettings: 'Einstellungen öffnen',
    later: 'Später',
    rebuild: 'Neu aufbauen',
    undo: 'Rückgängig machen',
    repair: 'Reparieren',
    removeRecords: 'Vermerke entfernen',
  },
  welcome: {
    noAccounts: (meetings) =>
      `Account Pages hat in diesem Vault keine Accounts gefunden, dafür ${meetingNotes(meetings)}.`,
    lookedFor: (folders) =>
      `Gesucht wurde nach Ordnern namens ${folders} und nach Notizen mit der Eigenschaft „type: customer“. In den Einstellungen kannst du angeben, wo deine Accounts liegen.`,
    found: (found, meetings, persons) =>
      `Account Pages hat ${accounts(found)}, ${meetingNotes(meetings)} und ${people(persons)} gefunden.`,
    withoutPage: (count) =>
      `${accounts(count)} ohne Seite: Der Befehl „Account-Seite anlegen“ in der Befehlspalette legt eine an.`,
    nothingWritten:
      'Es wurde nichts geschrieben. Öffne die Seite eines Kunden und führe „Account-Seite neu aufbauen“ aus; du siehst vorher, was sich ändert.',
    settingsElsewhere: 'Öffne die Einstellungen der App: Das Plugin steht dort unter den Community-Plugins.',
  },
  commands: {
    rebuildPage: 'Account-Seite neu aufbauen',
    rebuildAll: 'Alle Seiten neu aufbauen',
    preview: 'Vorschau auf den Neuaufbau',
    undo: 'Letzten Neuaufbau rückgängig machen',
    restore: 'Entfernte Zeilen wiederherstellen',
    createPage: 'Account-Seite anlegen',
    openActions: 'Offene Aufgaben anzeigen',
    showProblems: 'Probleme anzeigen',
    repairEncoding: 'Zeichenkodierung dieser Notiz reparieren',
    removeRecords: 'Vermerk des Plugins von allen Seiten entfernen',
    switchRefresh: 'Automatische Aktualisierung auf diesem Gerät ein- oder ausschalten',
  },
  questions: {
    rebuild: 'Welche Account-Seite neu aufbauen?',
    preview: 'Welche Account-Seite in der Vorschau zeigen?',
    restore: 'Zeilen welches Accounts wiederherstellen?',
    createPage: 'Für welchen Account eine Seite anlegen?',
    restoreLine: 'Welche Zeile zurückholen?',
  },
  failures: {
    listAccounts: failed('Die Accounts konnten nicht aufgelistet werden'),
    rebuild: failed('Die Seite wurde nicht neu aufgebaut'),
    rebuildAll: failed('Die Seiten wurden nicht neu aufgebaut'),
    preview: failed('Die Vorschau war nicht möglich'),
    undo: failed('Der Neuaufbau wurde nicht rückgängig gemacht'),
    restore: failed('Es wurde keine Zeile wiederhergestellt'),
    restoreLine: failed('Die Zeile wurde nicht wiederhergestellt'),
    settle: failed('Die Zeile steht noch wie zuvor da'),
    createPage: (name, reason) => `Für ${name} wurde keine Seite angelegt: ${reason}.`,
    showProblems: failed('Die Probleme konnten nicht aufgelistet werden'),
    repairEncoding: failed('Die Notiz wurde nicht repariert'),
    removeRecords: failed('Die Vermerke wurden nicht entfernt'),
    setting: failed('Die Einstellung wurde nicht gespeichert'),
    readPage: failed('Die Seite konnte nicht gelesen werden'),
  },
  reasons: {
    noteGone: 'die Notiz liegt nicht mehr im Vault',
    editorRefused: 'der Editor, in dem sie offen ist, hat die Änderung nicht angenommen',
    notWorkedOut: 'die Änderung ließ sich nicht berechnen',
    pathTaken: (path) => `unter ${path} liegt schon eine Notiz`,
    templateGone: (path) => `die Vorlage ${path} gibt es nicht; wähle in den Einstellungen eine andere`,
  },
  unplaced: {
    noDate: 'Diese Notiz steht auf keiner Seite, weil sie kein Datum hat, an dem eine Meeting-Notiz zu erkennen ist.',
    noAccount: 'Diese Notiz steht auf keiner Seite, weil sie keinen Account nennt.',
    unknownAccount: (names) => `Diese Notiz steht auf keiner Seite, weil sie ${names} nennt und kein Account so heißt.`,
    noPage: (names) =>
      `Diese Notiz handelt von ${names}, noch ohne Seite: „Account-Seite anlegen“ in der Befehlspalette legt eine an.`,
  },
  rebuild: {
    noPages: (folders) =>
      `Es wurden keine Account-Seiten gefunden. Sie liegen in Ordnern namens ${folders} oder haben die Eigenschaft „type: customer“.`,
    alreadyRunning: 'Alle Seiten werden gerade schon neu aufgebaut.',
    progress: (done, all) => `Seiten werden neu aufgebaut: ${done} von ${all}`,
    checking: 'Alle Seiten werden durchgesehen…',
    isCurrent: (name) => `${name} ist aktuell.`,
    rebuilt: (name, changes) => `${name} neu aufgebaut${changes === '' ? '' : `: ${changes}`}.`,
    problemsFound: (count) => `${problems(count)} gefunden: siehe „Probleme anzeigen“.`,
    cancelled: 'Neuaufbau abgebrochen',
    done: 'Alle Account-Seiten neu aufgebaut',
    changed: (changed, all) => `${changed} von ${pages(all)} geändert.`,
    showProblems: (count) => `${problems(count)} anzeigen`,
    accountWithNotes: (name, count) => `${name} (${notes(count)})`,
    createdButNotRead: (path) =>
      `${path} wurde angelegt, wird aber nicht als Seite eines Accounts gelesen: Gib ihr die Eigenschaft „type: customer“ oder verschiebe sie in einen der Account-Ordner.`,
  },
  preview: {
    title: (name) => `Vorschau auf ${name}`,
    titleOfMany: (count) => `Vorschau auf ${pages(count)}`,
    hint: 'Noch ist nichts geschrieben. Was du selbst geschrieben hast, bleibt; der Neuaufbau lässt sich danach rückgängig machen.',
    nothingChanges: 'Die Seite ist aktuell: Nichts würde sich ändern.',
    onlyRecord: 'Nur der Vermerk des Plugins am Ende der Seite würde sich ändern.',
    more: (count) => `Und ${counted(count, 'weitere Seite', 'weitere Seiten')}, hier nicht gezeigt.`,
    aboveHeadings: 'Über der ersten Überschrift',
    added: 'Hinzugefügt: ',
    removed: 'Entfernt: ',
  },
  refresh: {
    notRead: (reason) => `Die Seite wird nicht aktualisiert, weil sie nicht gelesen werden konnte: ${reason}`,
    paused: (name) =>
      `Die Seite von ${name} wird nicht mehr von selbst aktualisiert, weil sie sich mehr als fünfmal in einer Minute geändert hat: Vielleicht antworten zwei Geräte einander. Baue sie von Hand neu auf, damit es weitergeht.`,
    isOn: 'Seiten werden auf diesem Gerät aktualisiert.',
    isOff: 'Seiten werden auf diesem Gerät nicht mehr aktualisiert.',
  },
  takeBack: {
    nothing: 'Nichts rückgängig zu machen: Seitdem hat auf diesem Gerät kein Neuaufbau eine Seite geändert.',
    title: 'Letzten Neuaufbau rückgängig machen?',
    extent: (count) =>
      `${count === 1 ? '1 Seite bekommt' : `${count} Seiten bekommen`} den Text von davor zurück. Seiten, die seitdem geändert wurden, bleiben, wie sie sind.`,
    undone: (path) => `${path} ist wieder wie zuvor.`,
    declined: (path, reason) =>
      `${path} bleibt, wie sie ist: ${reason}. Nimm zuerst diese Änderungen zurück oder ändere von Hand, was du nicht willst.`,
    changedSince: (first, last) =>
      `sie wurde seitdem geändert, in ${first === last ? `Zeile ${first}` : `den Zeilen ${first} bis ${last}`}`,
    undoneMany: (count) => `${count === 1 ? '1 Seite hat' : `${count} Seiten haben`} wieder den früheren Text.`,
    declinedMany: (count, paths) =>
      `${count === 1 ? '1 Seite wurde seitdem geändert und bleibt, wie sie ist' : `${count} Seiten wurden seitdem geändert und bleiben, wie sie sind`}: ${paths}`,
    noLines: (name) => `Von der Seite von ${name} wurde keine Zeile entfernt.`,
    wholeSection: 'der ganze Abschnitt',
    restored: (heading, line) => `Wiederhergestellt in ${heading}: ${line}`,
  },
  records: {
    title: 'Vermerk des Plugins von allen Seiten entfernen?',
    extent:
      'Jede Seite behält ihren Text; nur der verborgene Vermerk am Ende verschwindet. An entfernte Zeilen wird sich dann niemand mehr erinnern, und ein späterer Neuaufbau fängt von vorn an. Auch was dieses Gerät von deinen Notizen aufbewahrt, verschwindet; kein früherer Neuaufbau lässt sich dann rückgängig machen. Gedacht für die Zeit, bevor du das Plugin aufgibst.',
    kept: (path, reason) => `${path} behält den Vermerk: ${reason}.`,
    removed: (count) => `Von ${pages(count)} wurde der Vermerk entfernt; jedes andere Byte bleibt.`,
    forgotten:
      'Dieses Gerät bewahrt nichts mehr von deinen Notizen auf. Schalte das Plugin jetzt aus: Beim nächsten Start bewahrt es sie wieder auf.',
    stillKept: (reason) =>
      `Dieses Gerät bewahrt noch Teile deiner Notizen auf: ${reason}. Starte die App neu und versuche es noch einmal.`,
  },
  encoding: {
    whole: 'Nichts zu reparieren: Der Text dieser Notiz ist heil.',
    title: 'Text dieser Notiz reparieren?',
    repaired:
      'Der Text der Notiz wurde repariert. Solange sie offen ist, nimmt „Letzten Neuaufbau rückgängig machen“ das zurück.',
  },
  problems: {
    title: (count) => (count === 0 ? 'Keine Probleme' : problems(count)),
    none: 'Jede Notiz konnte gelesen und zugeordnet werden.',
    atLine: (line, message) => `Zeile ${line}: ${message}`,
    more: (count) => `Und ${count} mehr: Behebe zuerst diese.`,
    say: sayingBy({
      'account-unknown': ({ name, near }) => [
        `Die Notiz ist über „${name}“ mit keinem Account verbunden, weil keine Seite so heißt, auch nicht als Alias.`,
        `${near.length > 0 ? `Ist ${near.join(' oder ')} gemeint, schreib das oder füge der Seite einen Alias hinzu; sonst lege` : 'Lege'} eine Seite für „${name}“ an.`,
      ],
      'account-is-person': ({ name }) => [
        `Die Notiz ist über „${name}“ mit keinem Account verbunden, weil das eine Person ist.`,
        'Schreib dort den Namen des Accounts hin und die Person zu den Teilnehmenden.',
      ],
      'account-page-twice': ({ name, other }) => [
        `Diese Seite bleibt, wie sie ist, weil ${other} schon die Seite von „${name}“ ist.`,
        'Gib einer der beiden einen anderen Titel oder Typ oder verschiebe eine in einen ignorierten Ordner.',
      ],
      'date-invalid': ({ date }) => [
        `Das Datum „${date}“ wird übergangen, weil es kein Tag des Kalenders ist oder zwei sein könnte; stattdessen gilt das Datum im Dateinamen.`,
        'Schreib das Datum als JJJJ-MM-TT.',
      ],
      'encoding-repaired': ({ lines: damaged, misreadAs }) => [
        `Beschädigte Zeichen werden gelesen, wie sie gemeint waren: ${lines(damaged)} mit UTF-8-Text, der einmal als ${misreadAs} gelesen wurde. Die Notiz selbst ist unverändert.`,
        'Nichts ist zu tun; um auch die Notiz zu reparieren, speichere sie aus ihrer Quelle noch einmal als UTF-8.',
      ],
      'front-matter-broken': () => [
        'Nur Eigenschaften, die allein auf einer Zeile stehen, werden gelesen, weil der Kopf der Notiz kein gültiges YAML ist.',
        'Setze Werte mit „: “, „{“ oder „[“ in Anführungszeichen und entferne Tabulatoren und doppelte Schlüssel.',
      ],
      'front-matter-code': () => [
        'Der Kopf der Notiz wird nicht gelesen, weil nach den Strichen eine Sprache steht und er Code ausführen könnte.',
        'Schreib die Eigenschaften als YAML zwischen zwei Zeilen aus drei Strichen.',
      ],
      'heading-twice': ({ heading }) => [
        `Der Abschnitt „${heading}“ bleibt, wie er ist, weil es ihn auf der Seite zweimal gibt.`,
        'Verschiebe, was du behalten willst, in einen der beiden und entferne die andere Überschrift.',
      ],
      'last-contact-future': ({ day }) => [
        `last_contact bleibt auf ${day}, weil das nach heute liegt und nie zurückgesetzt wird.`,
        'Setze es auf den Tag des letzten Meetings, falls der Tag nicht stimmt.',
      ],
      'ledger-damaged': () => [
        'Zeilen zweifelhafter Herkunft gelten als deine, und fehlende Zeilen kommen vielleicht wieder, weil ein Abgleich oder eine Bearbeitung den Vermerk am Ende der Seite durcheinandergebracht hat.',
        'Entferne Zeilen, die jetzt doppelt dastehen oder die du entfernt hattest; der Vermerk ist wieder in Ordnung.',
      ],
      'meetings-gone': ({ name }) => [
        `Die Seite bleibt, wie sie ist, weil keine Meeting-Notiz mehr von „${name}“ handelt.`,
        'Wurden die Notizen verschoben, sieh dir die Ordner in den Einstellungen an; ist der Account abgeschlossen, ist nichts zu tun.',
      ],
      disagreement: ({ name, newer, older, where }) => [
        `Zwei Notizen über ${name} widersprechen sich, denn sie unterscheiden sich nur in einer Zahl, einem Datum oder einer Verneinung: „${newer}“ hier, „${older}“ in ${where}.`,
        'Gilt die neuere Zeile und zeigt die Seite beide, entferne dort die ältere; sie bleibt dann weg.',
      ],
      'note-too-large': ({ megabytes, most }) => [
        `Die Notiz bleibt außen vor, weil sie ${String(megabytes)} MB groß ist und das Lesen von mehr als ${String(most)} MB alles andere aufhalten würde.`,
        'Teile sie auf mehrere Notizen auf, oder lege, was kein Text ist, etwa eingebettete Bilder, in eigenen Dateien ab.',
      ],
      'note-undated': ({ name }) => [
        `Die Notiz trägt nichts zu „${name}“ bei, weil sie kein Datum hat, an dem eine Meeting-Notiz zu erkennen ist.`,
        'Schreib den Tag als JJJJ-MM-TT in den Dateinamen oder in eine Eigenschaft „date“; wenn sie von keinem Meeting handelt, gib ihr eine Eigenschaft „type“, etwa „plan“.',
      ],
      'note-unreadable': ({ reason }) => [
        `Die Notiz bleibt außen vor, weil sie nicht gelesen werden konnte: ${reason}`,
        'Prüfe, ob die Datei da, heruntergeladen und lesbar ist, und baue dann neu auf.',
      ],
      'page-in-conflict': () => [
        'Die Seite bleibt, wie sie ist, weil git hier zwei Fassungen einiger Zeilen hinterlassen hat und nur du wählen kannst.',
        'Behalte die Zeilen, die du willst, entferne die Marken (<<<<<<<, =======, >>>>>>>) und baue dann neu auf.',
      ],
      'page-not-written': ({ why, reason }) =>
        why === 'unclosed'
          ? [
              'Die Seite bleibt, wie sie ist, weil hier ein Codeblock oder Kommentar anfängt und nie endet, sodass alles Weitere dazugehören könnte.',
              'Schließe ihn mit einer Zeile ``` (oder --> oder %%), wo er enden soll.',
            ]
          : why === 'later version'
            ? [
                'Die Seite bleibt, wie sie ist, weil eine spätere Version von Account Pages sie geschrieben hat.',
                'Aktualisiere das Plugin auf diesem Gerät.',
              ]
            : [
                `Die Seite bleibt, wie sie war, weil sie nicht geschrieben werden konnte: ${reason}`,
                'Prüfe, ob die Datei geschrieben werden darf und genug Platz ist, und baue dann neu auf.',
              ],
      'section-emptied': ({ heading }) => [
        `Der Abschnitt „${heading}“ bleibt, wie er ist, weil die Meeting-Notizen nichts mehr dafür hergeben.`,
        'Ist das richtig, entferne seine Zeilen von Hand; sonst suche nach einer Notiz, die geleert wurde oder ihre Überschriften verloren hat.',
      ],
      'setting-invalid': ({ path, key, reason }) => {
        if (reason !== null)
          return [
            `Es gelten die Standardeinstellungen, weil die gespeicherten nicht gelesen werden konnten: ${reason}`,
            `Repariere ${path} oder hole eine frühere Fassung zurück; sobald du etwas einstellst, wird sie ersetzt.`,
          ];
        const what = key === null ? 'die Einstellungen' : `„${key}“`;
        return [
          `Für ${what} gilt der Standard, weil der gespeicherte Wert unbrauchbar ist.`,
          `Stelle ${what} in den Einstellungen neu ein oder entferne den Wert aus ${path}.`,
        ];
      },
      'fence-unclosed': () => [
        'Unter dieser Zeile wird nichts gelesen, weil hier ein Codeblock oder Kommentar anfängt und nie endet.',
        'Schließe ihn mit einer Zeile ``` (oder --> oder %%), wo er enden soll.',
      ],
    }),
  },
  settings: {
    places: 'Wo alles liegt',
    accountFolders: 'Account-Ordner',
    accountFoldersHint: (found) =>
      `Jeder Ordner in einem von diesen ist ein Account. Ein Name oder Pfad pro Zeile. ${found}`,
    peopleFolders: 'Personenordner',
    peopleFoldersHint: (found) => `Ordner mit einer Notiz für jede Person. ${found}`,
    projectFolders: 'Projektordner',
    projectFoldersHint: 'Notizen in diesen gehören zu einem Projekt und zu den Accounts, die sie nennen.',
    meetingFolders: 'Meeting-Ordner',
    meetingFoldersHint: (found) =>
      `Wo außer in den Ordnern oben Meeting-Notizen liegen. Leer: Der ganze Vault wird durchgesehen. ${found}`,
    ignoredFolders: 'Zu ignorierende Ordner',
    ignoredFoldersHint: 'Darin wird nichts gelesen.',
    stillReading: 'Wird noch gelesen…',
    foundNoAccounts: 'Keine gefunden: Ist der Name so geschrieben wie in der Dateiliste?',
    foundAccounts: (count, withPage) => `${accounts(count)} gefunden, davon ${withPage} mit Seite.`,
    foundPeople: (count) => `${people(count)} gefunden.`,
    foundMeetings: (count) => `${meetingNotes(count)} gefunden.`,
    you: 'Du',
    ownNames: 'Deine Namen',
    ownNamesHint:
      'Wie sie in Notizen stehen: dein Name, Spitznamen, E-Mail-Adressen. Deren Aufgaben sind deine, und du bist kein Kontakt auf den Seiten.',
    ownCompany: 'Deine Firma',
    ownCompanyHint: 'Ihre Namen. Ein Meeting nur unter Kollegen betrifft keinen Account.',
    pages: 'Seiten',
    sections: 'Abschnitte',
    sectionsHint:
      'Welche Abschnitte eine Seite hat, unter welchen Überschriften, in welcher Reihenfolge und mit wie vielen Zeilen.',
    sectionsOn: (count) => `${count} aktiv`,
    sectionOrder: 'In der Reihenfolge einer neuen Seite',
    upToLines: (count) => `bis zu ${lines(count)}`,
    off: 'aus',
    keepCurrent: 'Diesen Abschnitt aktuell halten',
    keepCurrentHint: 'Ein ausgeschalteter Abschnitt bleibt auf Seiten, die ihn haben, wie er ist.',
    heading: 'Überschrift',
    headingHint: 'Ein Abschnitt mit einer anderen Überschrift derselben Bedeutung behält sie.',
    headingForm:
      'Eine Überschrift ist eine Zeile mit höchstens 100 Zeichen und mindestens einem Buchstaben oder einer Ziffer, ohne %%, $$, < oder `.',
    mostLines: 'Höchstzahl der Zeilen',
    mostLinesHint: 'Die neuesten bleiben.',
    wholeNumber: (min, max) => `Eine ganze Zahl von ${min} bis ${max}.`,
    ownHeadings: 'Eigene Überschriften',
    ownHeadingsHint:
      'Überschriften in deinen Meeting-Notizen, die neben den üblichen eine dieser Bedeutungen haben. Eine pro Zeile.',
    knownHeadings: (names) => `Ohnehin bekannt: ${names} und weitere.`,
    families: {
      summary: 'Zusammenfassung',
      facts: 'Wichtige Fakten',
      decisions: 'Entscheidungen',
      blockers: 'Hindernisse und Risiken',
      actions: 'Aufgaben',
      followUps: 'Wiedervorlagen',
      participants: 'Teilnehmende',
      outcomes: 'Ergebnisse',
      questions: 'Offene Fragen',
      topics: 'Themen',
      opportunities: 'Chancen',
      nextMeeting: 'Nächstes Meeting',
      transcript: 'Transkript',
    },
    evidenceLinks: 'Jede Zeile mit ihrem Meeting verlinken',
    evidenceLinksHint: 'Ausgeschaltet stehen Fakten und Entscheidungen für sich, Hindernisse mit ihrem Datum.',
    mergeNearDuplicates: 'Fast gleiche Zeilen zusammenfassen',
    mergeNearDuplicatesHint: 'Was mehrere Meetings in fast denselben Worten sagen, wird eine Zeile.',
    previewFirst: 'Zuerst eine Vorschau zeigen',
    previewFirstHint: 'Bevor eine Seite zum ersten Mal geschrieben wird, siehst du, was sich ändern würde.',
    pageTemplate: 'Vorlage für neue Seiten',
    pageTemplateHint:
      'Eine Notiz, mit der eine neue Account-Seite beginnt. {{account}} und {{date}} werden ausgefüllt. Leer: eine einfache Seite.',
    pageTemplateExample: 'Vorlagen/Account.md',
    actionItems: 'Aufgaben',
    proposedTasks: 'Vorgeschlagene Aufgaben zeigen',
    proposedTasksHint: 'Aufgaben mit dem Status „?“, die ein Assistent vorgeschlagen hat.',
    plainBullets: 'Einfache Aufzählungspunkte als Aufgaben nehmen',
    plainBulletsHint: 'Auch Punkte ohne Kästchen unter einer Überschrift wie „Aufgaben“.',
    refresh: 'Automatische Aktualisierung',
    automaticRefresh: 'Seiten automatisch aktualisieren',
    automaticRefreshHint:
      'Ändert sich eine Meeting-Notiz, folgen die Seiten ihrer Accounts. Nur Seiten, die du einmal neu aufgebaut hast.',
    thisDevice: 'Auf diesem Gerät',
    thisDeviceHint: 'Schalte es aus, wo ein anderes Gerät es schon übernimmt. Wird nicht synchronisiert.',
    refreshDelay: 'Wartezeit vor einer Aktualisierung',
    refreshDelayHint: 'Wie viele Sekunden lang niemand getippt haben darf.',
    check: 'Prüfen',
    showProblems: 'Probleme anzeigen',
    showProblemsHint:
      'Notizen, die nicht zugeordnet oder gelesen werden konnten, Zeilen, die sich widersprechen, und was jeweils zu tun ist.',
  },
  cli: {
    accountFlag: '<Name>',
    accountFlagHint: 'Nur dieser Account; ohne Angabe alle',
    list: 'Accounts mit letztem Kontakt und offenen Aufgaben auflisten',
    rebuild: 'Account-Seiten auf den neuesten Stand bringen',
    actions: 'Offene Aufgaben auflisten',
    never: 'nie',
    meetings,
    openActions: (count) => counted(count, 'offene Aufgabe', 'offene Aufgaben'),
    noAccounts: 'Keine Accounts gefunden.',
    noActions: 'Keine offenen Aufgaben.',
    noAccountNamed: (name) => `Kein Account heißt „${name}“.`,
    didYouMean: (near) => `Meintest du ${near.join(' oder ')}?`,
  },
  days: {
    today: 'heute',
    tomorrow: 'morgen',
    yesterday: 'gestern',
    weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
    dayOfMonth: (month, day) => `${day}. ${month}`,
    monthOfYear: (month, year) => `${month} ${year}`,
    count: days,
    ahead: (count) => `in ${counted(count, 'Tag', 'Tagen')}`,
    ago: (count) => `vor ${counted(count, 'Tag', 'Tagen')}`,
    overdue: (count) => `${days(count)} überfällig`,
  },
  sidebar: {
    title: 'Aufgaben',
    hoverSource: 'Account Pages: Aufgaben',
    tree: 'Offene Aufgaben',
    tabs: { items: 'Offene Aufgaben', review: 'Durchsicht' },
    search: 'Aufgaben filtern…',
    groupBy: 'Gruppieren nach',
    groupings: { account: 'Account', owner: 'Zuständigkeit', due: 'Fälligkeit', meeting: 'Meeting' },
    sortBy: 'Sortieren nach',
    sortings: { due: 'Fälligkeit', priority: 'Priorität', age: 'Älteste zuerst' },
    filterBy: 'Filtern nach',
    owners: { anyone: 'Von allen', mine: 'Meine', theirs: 'Von anderen', unassigned: 'Nicht zugewiesen' },
    dues: { any: 'Jede Fälligkeit', overdue: 'Überfällig', week: 'Diese Woche fällig', none: 'Ohne Fälligkeit' },
    proposals: { any: 'Vorgeschlagen oder nicht', only: 'Nur vorgeschlagene', without: 'Ohne vorgeschlagene' },
    removeFilter: (filter) => `Filter entfernen: ${filter}`,
    foldAll: 'Alle ein- oder ausklappen',
    openPage: 'Seite öffnen',
    openMeeting: 'Meeting öffnen',
    groupTitles: {
      mine: 'Meine',
      unassigned: 'Nicht zugewiesen',
      overdue: 'Überfällig',
      today: 'Heute',
      week: 'Nächste 7 Tage',
      later: 'Später',
      noDueDate: 'Ohne Fälligkeit',
    },
    open: (count) => `${count} offen`,
    someOpen: (matching, all) => `${matching} von ${all} offen`,
    overdue: (count) => `${count} überfällig`,
    openItems: (count) => counted(count, 'offene Aufgabe', 'offene Aufgaben'),
    meetings: (count, weeks) => `${meetings(count)} in ${counted(weeks, 'Woche', 'Wochen')}`,
    lastMet: (ago) => `zuletzt getroffen ${ago}`,
    lastMetOn: (ago, date, since) => `Zuletzt getroffen ${ago}, am ${date} (${since})`,
    shortAge: {
      today: 'heute',
      days: (count) => `${count} T`,
      weeks: (count) => `${count} Wo`,
      months: (count) => `${count} Mon`,
    },
    nothingOpen: 'Nichts ist offen',
  },
  empty: {
    reading: 'Deine Notizen werden gelesen…',
    progress: (done, all) => `${done} von ${all}`,
    noAccounts: 'Keine Accounts gefunden',
    lookedFor: (folders) => `Gesuchte Ordner: ${folders}.`,
    whatAccountsAre:
      'Ein Account ist ein Ordner unterhalb von einem dieser Ordner oder eine Notiz, deren Eigenschaft „type“ den Wert „customer“ hat. Andere Ordnernamen lassen sich in den Einstellungen des Plugins angeben.',
    nothingOpen: (count) =>
      `Keine Meeting-Notiz ${count === 1 ? 'deines Accounts' : `deiner ${count} Accounts`} hat ein leeres Kästchen.`,
    noMatch: 'Nichts passt',
    noneFits: (count) =>
      count === 1
        ? 'Die 1 offene Aufgabe passt nicht zum Filter.'
        : `Keine von ${count} offenen Aufgaben passt zum Filter.`,
    clearFilters: 'Filter zurücksetzen',
  },
  item: {
    more: 'Weitere Aktionen',
    noCheckbox: 'Diese Zeile hat kein Kästchen',
    markDone: 'Als erledigt markieren',
    proposedTag: 'Vorgeschlagen',
    status: (status) => `Status „${status}“`,
    openFor: (count) => `Seit ${counted(count, 'Tag', 'Tagen')} offen`,
    inSeveral: (count) => `In ${meetings(count)}; Abhaken hakt sie überall ab`,
    dueDay: (weekday, date) => `Fällig ${weekday}, ${date}`,
    repeats: (recurrence) => `Wiederholt sich: ${recurrence}`,
    open: 'Öffnen',
    openInNewTab: 'In neuem Tab öffnen',
    dueToday: 'Heute fällig',
    dueTomorrow: 'Morgen fällig',
    dueNextWeek: (weekday) => `Nächste Woche fällig (${weekday})`,
    pickDay: 'Fälligkeit wählen…',
    removeDay: 'Fälligkeit entfernen',
    setOwner: 'Zuständigkeit festlegen…',
    copyText: 'Als Text kopieren',
    copyLink: 'Link zum Meeting kopieren',
    whoDoesIt: 'Wer soll es tun?',
    me: 'Ich',
    nameOfMe: (name) => `${name} (ich)`,
    nobody: 'Niemand',
    dueDate: 'Fälligkeit',
    set: 'Festlegen',
    copied: 'Kopiert.',
    notCopied: (reason) => `Nichts wurde kopiert: ${reason}`,
    noteGone: (path) => `„${path}“ liegt nicht mehr im Vault.`,
    dueOn: (day) => `fällig ${day}`,
  },
  spoken: {
    done: 'erledigt',
    due: (words) => `Fälligkeit ${words}`,
    priorities: {
      highest: 'höchste Priorität',
      high: 'hohe Priorität',
      medium: 'mittlere Priorität',
      low: 'niedrige Priorität',
      lowest: 'niedrigste Priorität',
    },
    repeats: (recurrence) => `wiederholt sich ${recurrence}`,
    proposed: 'vorgeschlagen',
    from: (note) => `aus ${note}`,
    inMeetings: (count) => `in ${meetings(count)}`,
  },
  changes: {
    notChanged: (reasons) => `Nicht geändert. ${reasons}`,
    changed: (item) => `Geändert: ${item}`,
    notTicked: (reasons) => `Nicht abgehakt. ${reasons}`,
    notUndone: (reasons) => `Nicht rückgängig gemacht. ${reasons}`,
    openAgain: (item) => `Wieder offen: ${item}`,
    done: (item, ticked, count) =>
      `Erledigt: ${item}, ${extent(ticked, count)}. Mit Strg Z oder Command Z rückgängig machen.`,
    tickedSeveral: (ticked, count) => `${extent(ticked, count)} abgehakt, weil die Aufgabe mehrmals in Notizen steht.`,
    repeatsOnlyWithTasks: (item) =>
      `„${item}“ wiederholt sich: Der nächste Termin wird nur geschrieben, solange das Plugin Tasks aktiv ist.`,
    notWritten: (note, reason) => `„${note}“ konnte nicht geschrieben werden: ${reason}`,
    refusals: {
      closed: (note) => `In „${note}“ ist sie schon erledigt.`,
      changed: (note) => `Ihre Zeile in „${note}“ hat sich geändert, seit sie gelesen wurde.`,
      gone: (note) => `Ihre Zeile steht nicht mehr in „${note}“.`,
      several: (note) => `In „${note}“ stehen jetzt mehrere solche Zeilen, aber keine mehr an ihrer Stelle.`,
      'no checkbox': (note) => `Ihre Zeile in „${note}“ hat kein Kästchen.`,
      'not understood': (note) =>
        `Ihre Zeile in „${note}“ ist so geschrieben, dass sie sich hier nicht ändern lässt, ohne mehr zu ändern.`,
    },
  },
  review: {
    noPages: 'Noch hat kein Account eine Seite.',
    disagreements: 'Widersprüche',
    edits: 'Deine Änderungen, in den Notizen inzwischen anders gesagt',
    removed: 'Entfernte Zeilen',
    problems: 'Probleme',
    nothing: 'Nichts durchzusehen',
    openNote: (note) => `${note} öffnen`,
    openLine: (note, line) => `${note}, Zeile ${line} öffnen`,
    mine: (heading) => `Deine, in ${heading}`,
    newer: 'Jetzt in den Notizen',
    useNewer: 'Übernehmen',
    keepMine: 'Meine behalten',
    wholeSection: 'Der ganze Abschnitt',
    restore: 'Wiederherstellen',
  },
};

function extent(ticked: number, count: number): string {
  return `${lines(ticked)} in ${notes(count)}`;
}
