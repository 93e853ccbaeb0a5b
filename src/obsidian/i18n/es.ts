import { counted } from './counted.ts';
import type { Texts } from './en.ts';
import { sayingBy } from './problem-words.ts';

const failed = (effect: string) => (reason: string) => `${effect}: ${reason}.`;
const accounts = (count: number) => counted(count, 'cuenta', 'cuentas');
const notes = (count: number) => counted(count, 'nota', 'notas');
const meetingNotes = (count: number) => counted(count, 'nota de reunión', 'notas de reunión');
const people = (count: number) => counted(count, 'nota de persona', 'notas de persona');
const pages = (count: number) => counted(count, 'página', 'páginas');
const problems = (count: number) => counted(count, 'problema', 'problemas');
const meetings = (count: number) => counted(count, 'reunión', 'reuniones');
const days = (count: number) => counted(count, 'día', 'días');
const lines = (count: number) => counted(count, 'línea', 'líneas');
const tasks = (count: number) => counted(count, 'tarea pendiente', 'tareas pendientes');

export const es: Texts = {
  reading: {
    progress: (done, all) => `Account Pages lee tus notas: ${done} de ${all}`,
    someSettingsUnusable: 'Algunos ajustes guardados no se pudieron usar; la lista de problemas dice cuáles.',
    failed: (reason) =>
      `Account Pages no pudo leer la bóveda: ${reason}. Recarga la aplicación para volver a intentarlo.`,
    failedAgain: failed('Account Pages no pudo volver a leer la bóveda'),
  },
  buttons: {
    cancel: 'Cancelar',
    openSettings: 'Abrir los ajustes',
    later: 'Más tarde',
    rebuild: 'Regenerar',
    undo: 'Deshacer',
    repair: 'Reparar',
    removeRecords: 'Quitar registros',
  },
  welcome: {
    noAccounts: (count) => `Account Pages no encontró cuentas en esta bóveda, pero sí ${meetingNotes(count)}.`,
    lookedFor: (folders) =>
      `Buscó carpetas llamadas ${folders} y notas con la propiedad «type: customer». Indica en los ajustes dónde están tus cuentas.`,
    found: (found, count, persons) =>
      `Account Pages encontró ${accounts(found)}, ${meetingNotes(count)} y ${people(persons)}.`,
    withoutPage: (count) =>
      `${accounts(count)} sin página: «Crear página de cuenta», en la paleta de comandos, crea una.`,
    nothingWritten:
      'No se escribió nada. Abre la página de un cliente y ejecuta «Regenerar página de cuenta»; verás lo que cambia antes de que cambie.',
    settingsElsewhere: 'Abre los ajustes de la aplicación: el plugin aparece allí entre los plugins de la comunidad.',
  },
  commands: {
    rebuildPage: 'Regenerar página de cuenta',
    rebuildAll: 'Regenerar todas las páginas',
    preview: 'Previsualizar la regeneración',
    undo: 'Deshacer la última regeneración',
    restore: 'Restaurar líneas quitadas',
    createPage: 'Crear página de cuenta',
    openActions: 'Mostrar tareas pendientes',
    showProblems: 'Mostrar problemas',
    repairEncoding: 'Reparar la codificación de esta nota',
    removeRecords: 'Quitar el registro del plugin de todas las páginas',
    switchRefresh: 'Activar o desactivar la actualización automática en este dispositivo',
  },
  questions: {
    rebuild: '¿Qué página de cuenta regenerar?',
    preview: '¿Qué página de cuenta previsualizar?',
    restore: '¿De qué cuenta restaurar líneas?',
    createPage: '¿Para qué cuenta crear una página?',
    restoreLine: '¿Qué línea recuperar?',
  },
  failures: {
    listAccounts: failed('No se pudieron listar las cuentas'),
    rebuild: failed('La página no se regeneró'),
    rebuildAll: failed('Las páginas no se regeneraron'),
    preview: failed('No se pudo hacer la previsualización'),
    undo: failed('La regeneración no se deshizo'),
    restore: failed('No se restauró ninguna línea'),
    restoreLine: failed('La línea no se restauró'),
    settle: failed('La línea sigue como estaba'),
    createPage: (name, reason) => `No se creó ninguna página para ${name}: ${reason}.`,
    showProblems: failed('No se pudieron listar los problemas'),
    repairEncoding: failed('La nota no se reparó'),
    removeRecords: failed('Los registros no se quitaron'),
    setting: failed('El ajuste no se guardó'),
    readPage: failed('La página no se pudo leer'),
  },
  reasons: {
    noteGone: 'la nota ya no está en la bóveda',
    editorRefused: 'el editor en el que está abierta no aceptó el cambio',
    notWorkedOut: 'el cambio no se pudo calcular',
    pathTaken: (path) => `ya hay una nota en ${path}`,
    templateGone: (path) => `la plantilla ${path} no existe; elige otra en los ajustes`,
  },
  unplaced: {
    noDate: 'Esta nota no está en ninguna página, porque no tiene fecha, por la que se reconoce una nota de reunión.',
    noAccount: 'Esta nota no está en ninguna página, porque no nombra ninguna cuenta.',
    unknownAccount: (names) =>
      `Esta nota no está en ninguna página, porque nombra ${names} y ninguna cuenta se llama así.`,
    noPage: (names) =>
      `Esta nota trata de ${names}, todavía sin página: «Crear página de cuenta» en la paleta de comandos crea una.`,
  },
  rebuild: {
    noPages: (folders) =>
      `No se encontraron páginas de cuenta. Están en carpetas llamadas ${folders} o tienen la propiedad «type: customer».`,
    alreadyRunning: 'Ya se están regenerando todas las páginas.',
    progress: (done, all) => `Regenerando páginas: ${done} de ${all}`,
    checking: 'Revisando todas las páginas…',
    isCurrent: (name) => `${name} está al día.`,
    rebuilt: (name, changes) => `Página de ${name} regenerada${changes === '' ? '' : `: ${changes}`}.`,
    problemsFound: (count) =>
      `${counted(count, 'problema encontrado', 'problemas encontrados')}: mira «Mostrar problemas».`,
    cancelled: 'Regeneración cancelada',
    done: 'Todas las páginas de cuenta regeneradas',
    changed: (changed, all) => `${counted(changed, 'página cambió', 'páginas cambiaron')} de ${all}.`,
    showProblems: (count) => `Mostrar ${problems(count)}`,
    accountWithNotes: (name, count) => `${name} (${notes(count)})`,
    createdButNotRead: (path) =>
      `${path} se creó, pero no se lee como página de una cuenta: dale la propiedad «type: customer» o ponla en una de las carpetas de cuentas.`,
  },
  preview: {
    title: (name) => `Vista previa de ${name}`,
    titleOfMany: (count) => `Vista previa de ${pages(count)}`,
    hint: 'Todavía no se ha escrito nada. Las líneas que escribiste se quedan como están; después puedes deshacer la regeneración.',
    nothingChanges: 'La página está al día: nada cambiaría.',
    onlyRecord: 'Solo cambiaría el registro del plugin al final de la página.',
    more: (count) => `Y ${counted(count, 'página más', 'páginas más')}, sin mostrar aquí.`,
    aboveHeadings: 'Antes del primer encabezado',
    added: 'Añadido: ',
    removed: 'Quitado: ',
  },
  refresh: {
    notRead: (reason) => `La página no se actualiza, porque no se pudo leer: ${reason}`,
    paused: (name) =>
      `La página de ${name} ya no se actualiza sola, porque cambió más de cinco veces en un minuto: puede que dos dispositivos se estén respondiendo. Regenérala a mano para continuar.`,
    isOn: 'Las páginas se actualizan en este dispositivo.',
    isOff: 'Las páginas ya no se actualizan en este dispositivo.',
  },
  takeBack: {
    nothing: 'Nada que deshacer: ninguna regeneración ha cambiado una página en este dispositivo desde entonces.',
    title: '¿Deshacer la última regeneración?',
    extent: (count) =>
      `${counted(count, 'página recupera', 'páginas recuperan')} el texto que tenían antes. Las páginas que cambiaron después se quedan como están.`,
    undone: (path) => `${path} está como antes.`,
    declined: (path, reason) =>
      `${path} se queda como está: ${reason}. Deshaz primero esos cambios o corrige a mano lo que no quieras.`,
    changedSince: (first, last) =>
      `se modificó después, ${first === last ? `en la línea ${first}` : `en las líneas ${first} a ${last}`}`,
    undoneMany: (count) => `${counted(count, 'página tiene', 'páginas tienen')} de nuevo su texto anterior.`,
    declinedMany: (count, paths) =>
      `${counted(count, 'página cambió después y se queda como está', 'páginas cambiaron después y se quedan como están')}: ${paths}`,
    noLines: (name) => `No se quitó ninguna línea de la página de ${name}.`,
    wholeSection: 'toda la sección',
    restored: (heading, line) => `Restaurado en ${heading}: ${line}`,
  },
  records: {
    title: '¿Quitar el registro del plugin de todas las páginas?',
    extent:
      'Cada página conserva su texto; solo desaparece el registro oculto del final. Las líneas quitadas dejan de recordarse, y una regeneración posterior empieza de cero. También desaparece lo que este dispositivo guarda de tus notas, y ya no se podrá deshacer ninguna regeneración anterior. Hazlo antes de dejar de usar el plugin.',
    kept: (path, reason) => `${path} conserva su registro: ${reason}.`,
    removed: (count) => `Registro quitado de ${pages(count)}; todos los demás bytes se quedan.`,
    forgotten:
      'Este dispositivo ya no guarda nada de tus notas. Desactiva el plugin ahora: en el próximo inicio vuelve a guardarlas.',
    stillKept: (reason) =>
      `Este dispositivo aún guarda partes de tus notas: ${reason}. Reinicia la aplicación e inténtalo otra vez.`,
  },
  encoding: {
    whole: 'Nada que reparar: el texto de esta nota está bien.',
    title: '¿Reparar el texto de esta nota?',
    repaired:
      'El texto de la nota se reparó. Mientras esté abierta, «Deshacer la última regeneración» lo devuelve a como estaba.',
  },
  problems: {
    title: (count) => (count === 0 ? 'Sin problemas' : problems(count)),
    none: 'Todas las notas se pudieron leer y enlazar.',
    atLine: (line, message) => `Línea ${line}: ${message}`,
    more: (count) => `Y ${count} más: arregla primero estos.`,
    say: sayingBy({
      'account-unknown': ({ name, near }) => [
        `La nota no se enlaza con ninguna cuenta por «${name}», porque ninguna página tiene ese nombre o alias.`,
        near.length > 0
          ? `Si se trata de ${near.join(' o ')}, escríbelo así o añade un alias a su página; si no, crea una página para «${name}».`
          : `Crea una página para «${name}».`,
      ],
      'account-is-person': ({ name }) => [
        `La nota no se enlaza con ninguna cuenta por «${name}», porque es una persona.`,
        'Pon ahí el nombre de la cuenta, y a la persona entre los participantes.',
      ],
      'account-page-twice': ({ name, other }) => [
        `Esta página se queda como está, porque ${other} ya es la página de «${name}».`,
        'Dale a una de las dos otro título o tipo, o mueve una a una carpeta ignorada.',
      ],
      'date-invalid': ({ date }) => [
        `La fecha «${date}» se pasa por alto, porque no es un día del calendario o podrían ser dos; se usa la del nombre del archivo.`,
        'Escribe la fecha como AAAA-MM-DD.',
      ],
      'encoding-repaired': ({ lines: damaged, misreadAs }) => [
        `Los caracteres dañados se leen como debían ser: ${lines(damaged)} con texto UTF-8 que alguna vez se leyó como ${misreadAs}. La nota misma no cambia.`,
        'No hay que hacer nada; para reparar también la nota, vuelve a guardarla desde su origen como UTF-8.',
      ],
      'front-matter-broken': () => [
        'Solo se leen las propiedades que están solas en una línea, porque el encabezado de la nota no es YAML válido.',
        'Pon entre comillas los valores que contienen «: », «{» o «[», y quita tabulaciones y claves repetidas.',
      ],
      'front-matter-code': () => [
        'El encabezado de la nota no se lee, porque nombra un lenguaje después de los guiones y podría ejecutar código.',
        'Escribe las propiedades como YAML entre dos líneas de tres guiones.',
      ],
      'heading-twice': ({ heading }) => [
        `La sección «${heading}» se queda como está, porque la página la tiene dos veces.`,
        'Pasa a una de las dos lo que valga la pena y quita el otro encabezado.',
      ],
      'last-contact-future': ({ day }) => [
        `last_contact se queda en ${day}, porque es posterior a hoy y nunca se retrasa.`,
        'Ponlo en el día de la última reunión, si ese día está mal.',
      ],
      'ledger-damaged': () => [
        'Las líneas de origen dudoso se conservan como tuyas, y las que faltan pueden volver, porque una sincronización o una edición mezcló el registro del final de la página.',
        'Quita las líneas que ahora están repetidas o que habías quitado; el registro ya está arreglado.',
      ],
      'meetings-gone': ({ name }) => [
        `La página se queda como está, porque ninguna nota de reunión trata ya de «${name}».`,
        'Si moviste sus notas, revisa las carpetas en los ajustes; si la cuenta está cerrada, no hay que hacer nada.',
      ],
      disagreement: ({ name, newer, older, where }) => [
        `Dos notas sobre ${name} se contradicen, porque solo se diferencian en un número, una fecha o una negación: «${newer}» aquí, «${older}» en ${where}.`,
        'Si vale la línea más reciente y la página muestra las dos, quita allí la más antigua; ya no volverá.',
      ],
      'note-too-large': ({ megabytes, most }) => [
        `La nota se deja fuera, porque ocupa ${String(megabytes)} MB y leer más de ${String(most)} MB detendría todo lo demás.`,
        'Divídela en varias notas o pasa lo que no es texto, como las imágenes incrustadas, a archivos propios.',
      ],
      'note-undated': ({ name }) => [
        `La nota no aporta nada a «${name}», porque no tiene fecha, por la que se reconoce una nota de reunión.`,
        'Pon el día como AAAA-MM-DD en el nombre del archivo o en una propiedad «date»; si no trata de ninguna reunión, dale una propiedad «type», como «plan».',
      ],
      'note-unreadable': ({ reason }) => [
        `La nota se deja fuera, porque no se pudo leer: ${reason}`,
        'Comprueba que el archivo esté ahí, descargado y legible, y regenera después.',
      ],
      'page-in-conflict': () => [
        'La página se queda como está, porque git dejó aquí dos versiones de algunas líneas y solo tú puedes elegir.',
        'Conserva las líneas que quieras, quita las marcas (<<<<<<<, =======, >>>>>>>) y regenera después.',
      ],
      'page-not-written': ({ why, reason }) =>
        why === 'unclosed'
          ? [
              'La página se queda como está, porque aquí se abre un bloque de código o un comentario que nunca se cierra, y lo que sigue podría formar parte de él.',
              'Ciérralo con una línea ``` (o --> o %%) donde deba terminar.',
            ]
          : why === 'later version'
            ? [
                'La página se queda como está, porque la escribió una versión posterior de Account Pages.',
                'Actualiza el plugin en este dispositivo.',
              ]
            : [
                `La página está como estaba, porque no se pudo escribir: ${reason}`,
                'Comprueba que el archivo se pueda escribir y quede espacio en el disco, y regenera después.',
              ],
      'section-emptied': ({ heading }) => [
        `La sección «${heading}» se queda como está, porque las notas de reunión ya no dan nada para ella.`,
        'Si es correcto, quita sus líneas a mano; si no, busca una nota que se vació o perdió sus encabezados.',
      ],
      'setting-invalid': ({ path, key, reason }) => {
        if (reason !== null)
          return [
            `Se usan los ajustes predeterminados, porque los guardados no se pudieron leer: ${reason}`,
            `Arregla ${path} o recupera una copia anterior; al cambiar cualquier ajuste se sustituye.`,
          ];
        const what = key === null ? 'los ajustes' : `«${key}»`;
        return [
          `Para ${what} se usa el valor predeterminado, porque el guardado no se puede usar.`,
          `Vuelve a establecer ${what} en los ajustes, o quita el valor de ${path}.`,
        ];
      },
      'fence-unclosed': () => [
        'Debajo de esta línea no se lee nada, porque aquí se abre un bloque de código o un comentario que nunca se cierra.',
        'Ciérralo con una línea ``` (o --> o %%) donde deba terminar.',
      ],
    }),
  },
  settings: {
    places: 'Dónde está cada cosa',
    accountFolders: 'Carpetas de cuentas',
    accountFoldersHint: (found) =>
      `Cada carpeta dentro de una de estas es una cuenta. Un nombre o una ruta por línea. ${found}`,
    peopleFolders: 'Carpetas de personas',
    peopleFoldersHint: (found) => `Carpetas con una nota por persona. ${found}`,
    projectFolders: 'Carpetas de proyectos',
    projectFoldersHint: 'Sus notas pertenecen a un proyecto y a las cuentas que nombran.',
    meetingFolders: 'Carpetas de reuniones',
    meetingFoldersHint: (found) =>
      `Dónde hay notas de reunión, además de las carpetas de arriba. Déjalo vacío para recorrer toda la bóveda. ${found}`,
    ignoredFolders: 'Carpetas que se ignoran',
    ignoredFoldersHint: 'En ellas no se lee nada.',
    stillReading: 'Leyendo todavía…',
    foundNoAccounts: 'No se encontró ninguna: ¿está el nombre escrito como en la lista de archivos?',
    foundAccounts: (count, withPage) =>
      `${counted(count, 'cuenta encontrada', 'cuentas encontradas')}, ${withPage} con página.`,
    foundPeople: (count) => `${counted(count, 'nota de persona encontrada', 'notas de persona encontradas')}.`,
    foundMeetings: (count) => `${counted(count, 'nota de reunión encontrada', 'notas de reunión encontradas')}.`,
    you: 'Tú',
    ownNames: 'Tus nombres',
    ownNamesHint:
      'Tal como aparecen en las notas: tu nombre, apodos, direcciones de correo. Sus tareas son tuyas, y no figuras como colaborador.',
    ownCompany: 'Tu empresa',
    ownCompanyHint: 'Sus nombres. Una reunión solo entre colegas no trata de ninguna cuenta.',
    pages: 'Páginas',
    sections: 'Secciones',
    sectionsHint: 'Qué secciones tiene una página, con qué encabezados, en qué orden y con cuántas líneas cada una.',
    sectionsOn: (count) => counted(count, 'activa', 'activas'),
    sectionOrder: 'En el orden de una página nueva',
    upToLines: (count) => `hasta ${lines(count)}`,
    off: 'desactivada',
    keepCurrent: 'Mantener esta sección al día',
    keepCurrentHint: 'Una sección desactivada se queda como está en las páginas que la tienen.',
    heading: 'Encabezado',
    headingHint: 'Una sección con otro encabezado del mismo significado lo conserva.',
    headingForm:
      'Un encabezado es una línea de hasta 100 caracteres con al menos una letra o cifra, sin %%, $$, < ni `.',
    mostLines: 'Máximo de líneas',
    mostLinesHint: 'Se conservan las más recientes.',
    wholeNumber: (min, max) => `Un número entero de ${min} a ${max}.`,
    ownHeadings: 'Tus propios encabezados',
    ownHeadingsHint:
      'Encabezados de tus notas de reunión que significan uno de estos, además de los habituales. Uno por línea.',
    knownHeadings: (names) => `Ya se conocen: ${names} y otros.`,
    families: {
      summary: 'Resumen',
      facts: 'Datos clave',
      decisions: 'Decisiones',
      blockers: 'Bloqueos y riesgos',
      actions: 'Tareas',
      followUps: 'Seguimientos',
      participants: 'Participantes',
      outcomes: 'Resultados',
      questions: 'Preguntas abiertas',
      topics: 'Temas',
      opportunities: 'Oportunidades',
      nextMeeting: 'Próxima reunión',
      transcript: 'Transcripción',
    },
    evidenceLinks: 'Enlazar cada línea con su reunión',
    evidenceLinksHint: 'Si se desactiva, los datos y las decisiones van solos y los bloqueos, con su fecha.',
    mergeNearDuplicates: 'Unir casi duplicados',
    mergeNearDuplicatesHint: 'Lo que varias reuniones dicen casi con las mismas palabras pasa a ser una sola línea.',
    previewFirst: 'Mostrar antes una vista previa',
    previewFirstHint: 'Antes de que una página se escriba por primera vez, ves lo que cambiaría.',
    pageTemplate: 'Plantilla para páginas nuevas',
    pageTemplateHint:
      'Una nota con la que empieza una página de cuenta nueva. {{account}} y {{date}} se rellenan. Déjalo vacío para una página sencilla.',
    pageTemplateExample: 'Plantillas/Cuenta.md',
    actionItems: 'Tareas',
    proposedTasks: 'Listar tareas propuestas',
    proposedTasksHint: 'Tareas con el estado «?», que sugirió un asistente.',
    plainBullets: 'Tomar las viñetas simples como tareas',
    plainBulletsHint: 'También viñetas sin casilla bajo un encabezado como «Tareas».',
    refresh: 'Actualización automática',
    automaticRefresh: 'Actualizar las páginas automáticamente',
    automaticRefreshHint:
      'Cuando cambia una nota de reunión, las páginas de sus cuentas la siguen. Solo las páginas que has regenerado una vez.',
    thisDevice: 'En este dispositivo',
    thisDeviceHint: 'Desactívalo donde ya lo haga otro dispositivo. No se sincroniza.',
    refreshDelay: 'Espera antes de actualizar',
    refreshDelayHint: 'Cuántos segundos sin que nadie escriba.',
    check: 'Comprobar',
    showProblems: 'Mostrar problemas',
    showProblemsHint: 'Notas que no se pudieron enlazar o leer, líneas que se contradicen y qué hacer con cada una.',
  },
  cli: {
    accountFlag: '<nombre>',
    accountFlagHint: 'Solo esta cuenta; todas si no se indica',
    list: 'Listar las cuentas con el último contacto y las tareas pendientes',
    rebuild: 'Poner al día las páginas de cuenta',
    actions: 'Listar las tareas pendientes',
    never: 'nunca',
    meetings,
    openActions: tasks,
    noAccounts: 'No se encontraron cuentas.',
    noActions: 'No hay tareas pendientes.',
    noAccountNamed: (name) => `Ninguna cuenta se llama «${name}».`,
    didYouMean: (near) => `¿Querías decir ${near.join(' o ')}?`,
  },
  days: {
    today: 'hoy',
    tomorrow: 'mañana',
    yesterday: 'ayer',
    weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
    dayOfMonth: (month, day) => `${day} ${month}`,
    monthOfYear: (month, year) => `${month} ${year}`,
    count: days,
    ahead: (count) => `en ${days(count)}`,
    ago: (count) => `hace ${days(count)}`,
    overdue: (count) => `${days(count)} de retraso`,
  },
  sidebar: {
    title: 'Tareas',
    hoverSource: 'Account Pages: tareas',
    tree: 'Tareas pendientes',
    tabs: { items: 'Tareas pendientes', review: 'Revisión' },
    search: 'Filtrar tareas…',
    groupBy: 'Agrupar por',
    groupings: { account: 'Cuenta', owner: 'Responsable', due: 'Fecha límite', meeting: 'Reunión' },
    sortBy: 'Ordenar por',
    sortings: { due: 'Fecha límite', priority: 'Prioridad', age: 'Primero las más antiguas' },
    filterBy: 'Filtrar por',
    owners: { anyone: 'De cualquiera', mine: 'Mías', theirs: 'De otros', unassigned: 'Sin asignar' },
    dues: { any: 'Cualquier fecha límite', overdue: 'Vencidas', week: 'Para esta semana', none: 'Sin fecha límite' },
    proposals: { any: 'Propuestas o no', only: 'Solo propuestas', without: 'Sin propuestas' },
    removeFilter: (filter) => `Quitar filtro: ${filter}`,
    foldAll: 'Plegar o desplegar todo',
    openPage: 'Abrir página',
    openMeeting: 'Abrir reunión',
    groupTitles: {
      mine: 'Mías',
      unassigned: 'Sin asignar',
      overdue: 'Vencidas',
      today: 'Hoy',
      week: 'Próximos 7 días',
      later: 'Más adelante',
      noDueDate: 'Sin fecha límite',
    },
    open: (count) => counted(count, 'pendiente', 'pendientes'),
    someOpen: (matching, all) => `${matching} de ${counted(all, 'pendiente', 'pendientes')}`,
    overdue: (count) => counted(count, 'vencida', 'vencidas'),
    openItems: tasks,
    meetings: (count, weeks) => `${meetings(count)} en ${counted(weeks, 'semana', 'semanas')}`,
    lastMet: (ago) => `última reunión ${ago}`,
    lastMetOn: (ago, date, since) => `Última reunión ${ago}, el ${date} (${since})`,
    shortAge: {
      today: 'hoy',
      days: (count) => `${count} d`,
      weeks: (count) => `${count} sem`,
      months: (count) => counted(count, 'mes', 'meses'),
    },
    nothingOpen: 'No hay nada pendiente',
  },
  empty: {
    reading: 'Leyendo tus notas…',
    progress: (done, all) => `${done} de ${all}`,
    noAccounts: 'No se encontraron cuentas',
    lookedFor: (folders) => `Carpetas buscadas: ${folders}.`,
    whatAccountsAre:
      'Una cuenta es una carpeta dentro de una de estas, o una nota cuya propiedad «type» es «customer». Se pueden indicar otros nombres de carpeta en los ajustes del plugin.',
    nothingOpen: (count) =>
      `Ninguna nota de reunión de ${count === 1 ? 'tu cuenta' : `tus ${count} cuentas`} tiene una casilla sin marcar.`,
    noMatch: 'Sin resultados',
    noneFits: (count) =>
      count === 1
        ? 'La única tarea pendiente (1) no cumple el filtro.'
        : `Ninguna de las ${count} tareas pendientes cumple el filtro.`,
    clearFilters: 'Borrar filtros',
  },
  item: {
    more: 'Más acciones',
    noCheckbox: 'Esta línea no tiene casilla',
    markDone: 'Marcar como hecha',
    proposedTag: 'Propuesta',
    status: (status) => `Estado «${status}»`,
    openFor: (count) => `Pendiente desde hace ${days(count)}`,
    inSeveral: (count) => `En ${meetings(count)}; al marcarla se marca en todas`,
    dueDay: (weekday, date) => `Fecha límite: ${weekday}, ${date}`,
    repeats: (recurrence) => `Se repite: ${recurrence}`,
    open: 'Abrir',
    openInNewTab: 'Abrir en una pestaña nueva',
    dueToday: 'Para hoy',
    dueTomorrow: 'Para mañana',
    dueNextWeek: (weekday) => `Para la próxima semana (${weekday})`,
    pickDay: 'Elegir fecha límite…',
    removeDay: 'Quitar fecha límite',
    setOwner: 'Elegir responsable…',
    copyText: 'Copiar como texto',
    copyLink: 'Copiar enlace a la reunión',
    whoDoesIt: '¿Quién lo hará?',
    me: 'Yo',
    nameOfMe: (name) => `${name} (yo)`,
    nobody: 'Nadie',
    dueDate: 'Fecha límite',
    set: 'Establecer',
    copied: 'Copiado.',
    notCopied: (reason) => `No se copió nada: ${reason}`,
    noteGone: (path) => `«${path}» ya no está en la bóveda.`,
    dueOn: (day) => `fecha límite ${day}`,
  },
  spoken: {
    done: 'hecha',
    due: (words) => `fecha límite ${words}`,
    priorities: {
      highest: 'prioridad máxima',
      high: 'prioridad alta',
      medium: 'prioridad media',
      low: 'prioridad baja',
      lowest: 'prioridad mínima',
    },
    repeats: (recurrence) => `se repite ${recurrence}`,
    proposed: 'propuesta',
    from: (note) => `de ${note}`,
    inMeetings: (count) => `en ${meetings(count)}`,
  },
  changes: {
    notChanged: (reasons) => `No se cambió. ${reasons}`,
    changed: (item) => `Cambiada: ${item}`,
    notTicked: (reasons) => `No se marcó. ${reasons}`,
    notUndone: (reasons) => `No se deshizo. ${reasons}`,
    openAgain: (item) => `Pendiente de nuevo: ${item}`,
    done: (item, ticked, count) => `Hecha: ${item}, ${extent(ticked, count)}. Pulsa Ctrl Z o Command Z para deshacer.`,
    tickedSeveral: (ticked, count) => `Marcada en ${extent(ticked, count)}, porque varias notas tienen esta tarea.`,
    repeatsOnlyWithTasks: (item) =>
      `«${item}» se repite: su próxima fecha solo se escribe mientras el plugin Tasks está activo.`,
    notWritten: (note, reason) => `No se pudo escribir «${note}»: ${reason}`,
    refusals: {
      closed: (note) => `Ya está hecha en «${note}».`,
      changed: (note) => `Su línea en «${note}» ha cambiado desde que se leyó.`,
      gone: (note) => `Su línea ya no está en «${note}».`,
      several: (note) => `«${note}» tiene ahora varias líneas así, y ninguna donde estaba.`,
      'no checkbox': (note) => `Su línea en «${note}» no tiene casilla.`,
      'not understood': (note) =>
        `Su línea en «${note}» está escrita de un modo que aquí no se puede cambiar sin cambiar algo más.`,
    },
  },
  review: {
    noPages: 'Ninguna cuenta tiene página todavía.',
    disagreements: 'Contradicciones',
    edits: 'Tus cambios, dichos ya de otro modo en las notas',
    removed: 'Líneas quitadas',
    problems: 'Problemas',
    nothing: 'Nada que revisar',
    openNote: (note) => `Abrir ${note}`,
    openLine: (note, line) => `Abrir ${note}, línea ${line}`,
    mine: (heading) => `La tuya, en ${heading}`,
    newer: 'Ahora en las notas',
    useNewer: 'Usarla',
    keepMine: 'Conservar la mía',
    wholeSection: 'Toda la sección',
    restore: 'Restaurar',
  },
};

function extent(ticked: number, count: number): string {
  return `${lines(ticked)} de ${notes(count)}`;
}
