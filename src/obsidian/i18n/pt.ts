import { counted } from './counted.ts';
import type { Texts } from './en.ts';
import { sayingBy } from './problem-words.ts';

const failed = (effect: string) => (reason: string) => `${effect}: ${reason}.`;
const accounts = (count: number) => counted(count, 'conta', 'contas');
const notes = (count: number) => counted(count, 'nota', 'notas');
const meetingNotes = (count: number) => counted(count, 'nota de reunião', 'notas de reunião');
const people = (count: number) => counted(count, 'nota de pessoa', 'notas de pessoa');
const pages = (count: number) => counted(count, 'página', 'páginas');
const problems = (count: number) => counted(count, 'problema', 'problemas');
const meetings = (count: number) => counted(count, 'reunião', 'reuniões');
const days = (count: number) => counted(count, 'dia', 'dias');
const lines = (count: number) => counted(count, 'linha', 'linhas');
const tasks = (count: number) => counted(count, 'tarefa em aberto', 'tarefas em aberto');

export const pt: Texts = {
  reading: {
    progress: (done, all) => `O Account Pages está lendo suas notas: ${done} de ${all}`,
    someSettingsUnusable: 'Algumas configurações salvas não puderam ser usadas; a lista de problemas diz quais.',
    failed: (reason) =>
      `O Account Pages não conseguiu ler o cofre: ${reason}. Recarregue o aplicativo para tentar de novo.`,
    failedAgain: failed('O Account Pages não conseguiu ler o cofre de novo'),
  },
  buttons: {
    cancel: 'Cancelar',
    openSettings: 'Abrir configurações',
    later: 'Mais tarde',
    rebuild: 'Regenerar',
    undo: 'Desfazer',
    repair: 'Reparar',
    removeRecords: 'Remover registros',
  },
  welcome: {
    noAccounts: (count) => `O Account Pages não encontrou contas neste cofre, mas encontrou ${meetingNotes(count)}.`,
    lookedFor: (folders) =>
      `Ele procurou pastas chamadas ${folders} e notas com a propriedade “type: customer”. Diga nas configurações onde estão suas contas.`,
    found: (found, count, persons) =>
      `O Account Pages encontrou ${accounts(found)}, ${meetingNotes(count)} e ${people(persons)}.`,
    withoutPage: (count) => `${accounts(count)} sem página: “Criar página de conta”, na paleta de comandos, cria uma.`,
    nothingWritten:
      'Nada foi escrito. Abra a página de um cliente e execute “Regenerar página de conta”; você vê o que muda antes de mudar.',
    settingsElsewhere: 'Abra as configurações do aplicativo: o plugin está lá entre os plugins da comunidade.',
  },
  commands: {
    rebuildPage: 'Regenerar página de conta',
    rebuildAll: 'Regenerar todas as páginas',
    preview: 'Pré-visualizar a regeneração',
    undo: 'Desfazer a última regeneração',
    restore: 'Restaurar linhas removidas',
    createPage: 'Criar página de conta',
    openActions: 'Mostrar tarefas em aberto',
    showProblems: 'Mostrar problemas',
    repairEncoding: 'Reparar a codificação desta nota',
    removeRecords: 'Remover o registro do plugin de todas as páginas',
    switchRefresh: 'Ligar ou desligar a atualização automática neste dispositivo',
  },
  questions: {
    rebuild: 'Regenerar qual página de conta?',
    preview: 'Pré-visualizar qual página de conta?',
    restore: 'Restaurar linhas de qual conta?',
    createPage: 'Criar uma página para qual conta?',
    restoreLine: 'Recuperar qual linha?',
  },
  failures: {
    listAccounts: failed('Não foi possível listar as contas'),
    rebuild: failed('A página não foi regenerada'),
    rebuildAll: failed('As páginas não foram regeneradas'),
    preview: failed('Não foi possível fazer a pré-visualização'),
    undo: failed('A regeneração não foi desfeita'),
    restore: failed('Nenhuma linha foi restaurada'),
    restoreLine: failed('A linha não foi restaurada'),
    settle: failed('A linha continua como estava'),
    createPage: (name, reason) => `Nenhuma página foi criada para ${name}: ${reason}.`,
    showProblems: failed('Não foi possível listar os problemas'),
    repairEncoding: failed('A nota não foi reparada'),
    removeRecords: failed('Os registros não foram removidos'),
    setting: failed('A configuração não foi salva'),
    readPage: failed('Não foi possível ler a página'),
  },
  reasons: {
    noteGone: 'a nota não está mais no cofre',
    editorRefused: 'o editor em que ela está aberta não aceitou a alteração',
    notWorkedOut: 'não foi possível calcular a alteração',
    pathTaken: (path) => `já existe uma nota em ${path}`,
    templateGone: (path) => `o modelo ${path} não existe; escolha outro nas configurações`,
  },
  unplaced: {
    noDate: 'Esta nota não está em nenhuma página, porque não tem data, pela qual se reconhece uma nota de reunião.',
    noAccount: 'Esta nota não está em nenhuma página, porque não nomeia nenhuma conta.',
    unknownAccount: (names) =>
      `Esta nota não está em nenhuma página, porque nomeia ${names} e nenhuma conta se chama assim.`,
    noPage: (names) =>
      `Esta nota trata de ${names}, ainda sem página: “Criar página de conta” na paleta de comandos cria uma.`,
  },
  rebuild: {
    noPages: (folders) =>
      `Nenhuma página de conta foi encontrada. Elas ficam em pastas chamadas ${folders} ou têm a propriedade “type: customer”.`,
    alreadyRunning: 'Todas as páginas já estão sendo regeneradas.',
    progress: (done, all) => `Regenerando páginas: ${done} de ${all}`,
    checking: 'Verificando todas as páginas…',
    isCurrent: (name) => `${name} está em dia.`,
    rebuilt: (name, changes) => `Página de ${name} regenerada${changes === '' ? '' : `: ${changes}`}.`,
    problemsFound: (count) =>
      `${counted(count, 'problema encontrado', 'problemas encontrados')}: veja “Mostrar problemas”.`,
    cancelled: 'Regeneração cancelada',
    done: 'Todas as páginas de conta regeneradas',
    changed: (changed, all) => `${counted(changed, 'página mudou', 'páginas mudaram')} de ${all}.`,
    showProblems: (count) => `Mostrar ${problems(count)}`,
    accountWithNotes: (name, count) => `${name} (${notes(count)})`,
    createdButNotRead: (path) =>
      `${path} foi criada, mas não é lida como página de uma conta: dê a ela a propriedade “type: customer” ou coloque-a em uma das pastas de contas.`,
  },
  preview: {
    title: (name) => `Prévia de ${name}`,
    titleOfMany: (count) => `Prévia de ${pages(count)}`,
    hint: 'Nada foi escrito ainda. As linhas que você escreveu ficam como estão; depois você pode desfazer a regeneração.',
    nothingChanges: 'A página está em dia: nada mudaria.',
    onlyRecord: 'Só mudaria o registro do plugin no fim da página.',
    more: (count) => `E ${counted(count, 'outra página', 'outras páginas')} que não aparecem aqui.`,
    aboveHeadings: 'Acima do primeiro título',
    added: 'Adicionado: ',
    removed: 'Removido: ',
  },
  refresh: {
    notRead: (reason) => `A página não é atualizada, porque não foi possível lê-la: ${reason}`,
    paused: (name) =>
      `A página de ${name} não é mais atualizada sozinha, porque mudou mais de cinco vezes em um minuto: talvez dois dispositivos estejam respondendo um ao outro. Regenere-a manualmente para continuar.`,
    isOn: 'As páginas são atualizadas neste dispositivo.',
    isOff: 'As páginas não são mais atualizadas neste dispositivo.',
  },
  takeBack: {
    nothing: 'Nada a desfazer: desde então, nenhuma regeneração mudou uma página neste dispositivo.',
    title: 'Desfazer a última regeneração?',
    extent: (count) =>
      `${counted(count, 'página recupera o texto que tinha', 'páginas recuperam o texto que tinham')} antes. As páginas alteradas depois ficam como estão.`,
    undone: (path) => `${path} está como antes.`,
    declined: (path, reason) =>
      `${path} fica como está: ${reason}. Desfaça primeiro essas alterações ou corrija manualmente o que não quiser.`,
    changedSince: (first, last) =>
      `ela foi alterada depois, ${first === last ? `na linha ${first}` : `nas linhas ${first} a ${last}`}`,
    undoneMany: (count) =>
      `${counted(count, 'página está de novo com o texto anterior', 'páginas estão de novo com o texto anterior')}.`,
    declinedMany: (count, paths) =>
      `${counted(count, 'página mudou depois e fica como está', 'páginas mudaram depois e ficam como estão')}: ${paths}`,
    noLines: (name) => `Nenhuma linha foi removida da página de ${name}.`,
    wholeSection: 'a seção inteira',
    restored: (heading, line) => `Restaurado em ${heading}: ${line}`,
  },
  records: {
    title: 'Remover o registro do plugin de todas as páginas?',
    extent:
      'Cada página mantém seu texto; só o registro oculto no fim desaparece. As linhas removidas deixam de ser lembradas, e uma regeneração posterior começa do zero. O que este dispositivo guarda das suas notas também desaparece, e nenhuma regeneração anterior poderá ser desfeita. Faça isto antes de deixar de usar o plugin.',
    kept: (path, reason) => `${path} mantém o registro: ${reason}.`,
    removed: (count) => `Registro removido de ${pages(count)}; todos os outros bytes ficam.`,
    forgotten:
      'Este dispositivo não guarda mais nada das suas notas. Desative o plugin agora: no próximo início, ele volta a guardá-las.',
    stillKept: (reason) =>
      `Este dispositivo ainda guarda partes das suas notas: ${reason}. Reinicie o aplicativo e tente de novo.`,
  },
  encoding: {
    whole: 'Nada a reparar: o texto desta nota está íntegro.',
    title: 'Reparar o texto desta nota?',
    repaired: 'O texto da nota foi reparado. Enquanto ela estiver aberta, “Desfazer a última regeneração” volta atrás.',
  },
  problems: {
    title: (count) => (count === 0 ? 'Nenhum problema' : problems(count)),
    none: 'Todas as notas puderam ser lidas e vinculadas.',
    atLine: (line, message) => `Linha ${line}: ${message}`,
    more: (count) => `E mais ${count}: resolva primeiro estes.`,
    say: sayingBy({
      'account-unknown': ({ name, near }) => [
        `A nota não é vinculada a nenhuma conta por “${name}”, porque nenhuma página tem esse nome ou alias.`,
        near.length > 0
          ? `Se a ideia é ${near.join(' ou ')}, escreva isso ou adicione um alias à página; senão, crie uma página para “${name}”.`
          : `Crie uma página para “${name}”.`,
      ],
      'account-is-person': ({ name }) => [
        `A nota não é vinculada a nenhuma conta por “${name}”, porque é uma pessoa.`,
        'Ponha ali o nome da conta, e a pessoa entre os participantes.',
      ],
      'account-page-twice': ({ name, other }) => [
        `Esta página fica como está, porque ${other} já é a página de “${name}”.`,
        'Dê a uma das duas outro título ou tipo, ou mova uma delas para uma pasta ignorada.',
      ],
      'date-invalid': ({ date }) => [
        `A data “${date}” é ignorada, porque não é um dia do calendário ou poderia ser dois; vale a data do nome do arquivo.`,
        'Escreva a data como AAAA-MM-DD.',
      ],
      'encoding-repaired': ({ lines: damaged, misreadAs }) => [
        `Os caracteres danificados são lidos como deveriam ser: ${lines(damaged)} com texto UTF-8 que um dia foi lido como ${misreadAs}. A nota em si não muda.`,
        'Não é preciso fazer nada; para reparar também a nota, salve-a de novo como UTF-8 a partir da origem.',
      ],
      'front-matter-broken': () => [
        'Só são lidas as propriedades que estão sozinhas em uma linha, porque o cabeçalho da nota não é YAML válido.',
        'Ponha entre aspas os valores que contêm “: ”, “{” ou “[” e remova tabulações e chaves repetidas.',
      ],
      'front-matter-code': () => [
        'O cabeçalho da nota não é lido, porque cita uma linguagem depois dos traços e poderia executar código.',
        'Escreva as propriedades como YAML entre duas linhas de três traços.',
      ],
      'heading-twice': ({ heading }) => [
        `A seção “${heading}” fica como está, porque a página a tem duas vezes.`,
        'Passe para uma das duas o que vale a pena manter e remova o outro título.',
      ],
      'last-contact-future': ({ day }) => [
        `last_contact fica em ${day}, porque é depois de hoje e nunca é recuado.`,
        'Coloque o dia da última reunião, se esse dia estiver errado.',
      ],
      'ledger-damaged': () => [
        'As linhas de origem duvidosa são mantidas como suas, e linhas que faltam podem voltar, porque uma sincronização ou edição misturou o registro no fim da página.',
        'Remova as linhas que agora aparecem repetidas ou que você tinha removido; o registro já foi consertado.',
      ],
      'meetings-gone': ({ name }) => [
        `A página fica como está, porque nenhuma nota de reunião trata mais de “${name}”.`,
        'Se as notas foram movidas, confira as pastas nas configurações; se a conta foi encerrada, não é preciso fazer nada.',
      ],
      disagreement: ({ name, newer, older, where }) => [
        `Duas notas sobre ${name} se contradizem, porque só diferem em um número, uma data ou uma negação: “${newer}” aqui, “${older}” em ${where}.`,
        'Se vale a linha mais recente e a página mostra as duas, remova ali a mais antiga; ela não volta.',
      ],
      'note-too-large': ({ megabytes, most }) => [
        `A nota fica de fora, porque tem ${String(megabytes)} MB, e ler mais de ${String(most)} MB pararia todo o resto.`,
        'Divida-a em várias notas ou passe o que não é texto, como imagens incorporadas, para arquivos próprios.',
      ],
      'note-undated': ({ name }) => [
        `A nota não traz nada para “${name}”, porque não tem data, pela qual se reconhece uma nota de reunião.`,
        'Ponha o dia como AAAA-MM-DD no nome do arquivo ou em uma propriedade “date”; se ela não trata de reunião, dê a ela uma propriedade “type”, como “plan”.',
      ],
      'note-unreadable': ({ reason }) => [
        `A nota fica de fora, porque não foi possível lê-la: ${reason}`,
        'Verifique se o arquivo está lá, baixado e legível, e regenere depois.',
      ],
      'page-in-conflict': () => [
        'A página fica como está, porque o git deixou aqui duas versões de algumas linhas, e só você pode escolher.',
        'Mantenha as linhas que quiser, remova as marcas (<<<<<<<, =======, >>>>>>>) e regenere depois.',
      ],
      'page-not-written': ({ why, reason }) =>
        why === 'unclosed'
          ? [
              'A página fica como está, porque aqui se abre um bloco de código ou comentário que nunca se fecha, e o que vem depois poderia fazer parte dele.',
              'Feche-o com uma linha ``` (ou --> ou %%) onde ele deve terminar.',
            ]
          : why === 'later version'
            ? [
                'A página fica como está, porque uma versão posterior do Account Pages a escreveu.',
                'Atualize o plugin neste dispositivo.',
              ]
            : [
                `A página está como estava, porque não foi possível escrevê-la: ${reason}`,
                'Verifique se o arquivo pode ser escrito e se há espaço no disco, e regenere depois.',
              ],
      'section-emptied': ({ heading }) => [
        `A seção “${heading}” fica como está, porque as notas de reunião não dão mais nada para ela.`,
        'Se isso está certo, remova as linhas manualmente; senão, procure uma nota que foi esvaziada ou perdeu os títulos.',
      ],
      'setting-invalid': ({ path, key, reason }) => {
        if (reason !== null)
          return [
            `São usadas as configurações padrão, porque não foi possível ler as salvas: ${reason}`,
            `Conserte ${path} ou recupere uma cópia anterior; mudar qualquer configuração substitui o arquivo.`,
          ];
        const what = key === null ? 'as configurações' : `“${key}”`;
        return [
          `Para ${what} é usado o padrão, porque o valor salvo não pode ser usado.`,
          `Defina ${what} de novo nas configurações ou remova o valor de ${path}.`,
        ];
      },
      'fence-unclosed': () => [
        'Nada é lido abaixo desta linha, porque aqui se abre um bloco de código ou comentário que nunca se fecha.',
        'Feche-o com uma linha ``` (ou --> ou %%) onde ele deve terminar.',
      ],
    }),
  },
  settings: {
    places: 'Onde estão as coisas',
    accountFolders: 'Pastas de contas',
    accountFoldersHint: (found) =>
      `Cada pasta dentro de uma destas é uma conta. Um nome ou caminho por linha. ${found}`,
    peopleFolders: 'Pastas de pessoas',
    peopleFoldersHint: (found) => `Pastas com uma nota para cada pessoa. ${found}`,
    projectFolders: 'Pastas de projetos',
    projectFoldersHint: 'As notas delas pertencem a um projeto e às contas que citam.',
    meetingFolders: 'Pastas de reuniões',
    meetingFoldersHint: (found) =>
      `Onde há notas de reunião, além das pastas acima. Deixe vazio para percorrer o cofre inteiro. ${found}`,
    ignoredFolders: 'Pastas a ignorar',
    ignoredFoldersHint: 'Nada é lido nelas.',
    stillReading: 'Ainda lendo…',
    foundNoAccounts: 'Nenhuma encontrada: o nome está escrito como na lista de arquivos?',
    foundAccounts: (count, withPage) =>
      `${counted(count, 'conta encontrada', 'contas encontradas')}, ${withPage} com página.`,
    foundPeople: (count) => `${counted(count, 'nota de pessoa encontrada', 'notas de pessoa encontradas')}.`,
    foundMeetings: (count) => `${counted(count, 'nota de reunião encontrada', 'notas de reunião encontradas')}.`,
    you: 'Você',
    ownNames: 'Seus nomes',
    ownNamesHint:
      'Como aparecem nas notas: seu nome, apelidos, endereços de e-mail. As tarefas deles são suas, e você não aparece como colaborador.',
    ownCompany: 'Sua empresa',
    ownCompanyHint: 'Os nomes dela. Uma reunião só entre colegas não trata de conta nenhuma.',
    pages: 'Páginas',
    sections: 'Seções',
    sectionsHint: 'Quais seções uma página tem, sob quais títulos, em que ordem e com quantas linhas cada uma.',
    sectionsOn: (count) => counted(count, 'ativa', 'ativas'),
    sectionOrder: 'Na ordem de uma página nova',
    upToLines: (count) => `até ${lines(count)}`,
    off: 'desligada',
    keepCurrent: 'Manter esta seção em dia',
    keepCurrentHint: 'Uma seção desligada fica como está nas páginas que a têm.',
    heading: 'Título',
    headingHint: 'Uma seção sob outro título de mesmo sentido mantém o dela.',
    headingForm:
      'Um título é uma linha de até 100 caracteres com pelo menos uma letra ou um algarismo, sem %%, $$, < nem `.',
    mostLines: 'Máximo de linhas',
    mostLinesHint: 'As mais recentes são mantidas.',
    wholeNumber: (min, max) => `Um número inteiro de ${min} a ${max}.`,
    ownHeadings: 'Seus próprios títulos',
    ownHeadingsHint: 'Títulos das suas notas de reunião que significam um destes, além dos habituais. Um por linha.',
    knownHeadings: (names) => `Já conhecidos: ${names} e outros.`,
    families: {
      summary: 'Resumo',
      facts: 'Fatos principais',
      decisions: 'Decisões',
      blockers: 'Bloqueios e riscos',
      actions: 'Tarefas',
      followUps: 'Acompanhamentos',
      participants: 'Participantes',
      outcomes: 'Resultados',
      questions: 'Perguntas em aberto',
      topics: 'Assuntos',
      opportunities: 'Oportunidades',
      nextMeeting: 'Próxima reunião',
      transcript: 'Transcrição',
    },
    evidenceLinks: 'Vincular cada linha à sua reunião',
    evidenceLinksHint: 'Desligado, fatos e decisões ficam sozinhos e os bloqueios, com a data.',
    mergeNearDuplicates: 'Unir quase duplicatas',
    mergeNearDuplicatesHint: 'O que várias reuniões dizem quase com as mesmas palavras vira uma linha só.',
    previewFirst: 'Mostrar antes uma prévia',
    previewFirstHint: 'Antes de uma página ser escrita pela primeira vez, você vê o que mudaria.',
    pageTemplate: 'Modelo para páginas novas',
    pageTemplateHint:
      'Uma nota com que começa uma nova página de conta. {{account}} e {{date}} são preenchidos. Deixe vazio para uma página simples.',
    pageTemplateExample: 'Modelos/Conta.md',
    actionItems: 'Tarefas',
    proposedTasks: 'Listar tarefas propostas',
    proposedTasksHint: 'Tarefas com o status “?”, sugeridas por um assistente.',
    plainBullets: 'Tratar marcadores simples como tarefas',
    plainBulletsHint: 'Também marcadores sem caixa de seleção sob um título como “Tarefas”.',
    refresh: 'Atualização automática',
    automaticRefresh: 'Atualizar páginas automaticamente',
    automaticRefreshHint:
      'Quando uma nota de reunião muda, as páginas das contas dela acompanham. Só as páginas que você já regenerou uma vez.',
    thisDevice: 'Neste dispositivo',
    thisDeviceHint: 'Desligue onde outro dispositivo já cuida disso. Não é sincronizado.',
    refreshDelay: 'Espera antes de atualizar',
    refreshDelayHint: 'Por quantos segundos ninguém pode ter digitado.',
    check: 'Verificar',
    showProblems: 'Mostrar problemas',
    showProblemsHint:
      'Notas que não puderam ser vinculadas ou lidas, linhas que se contradizem, e o que fazer com cada uma.',
  },
  cli: {
    accountFlag: '<nome>',
    accountFlagHint: 'Só esta conta; todas sem esta opção',
    list: 'Listar contas com o último contato e as tarefas em aberto',
    rebuild: 'Pôr em dia as páginas de conta',
    actions: 'Listar tarefas em aberto',
    never: 'nunca',
    meetings,
    openActions: tasks,
    noAccounts: 'Nenhuma conta encontrada.',
    noActions: 'Nenhuma tarefa em aberto.',
    noAccountNamed: (name) => `Nenhuma conta se chama “${name}”.`,
    didYouMean: (near) => `Você quis dizer ${near.join(' ou ')}?`,
  },
  days: {
    today: 'hoje',
    tomorrow: 'amanhã',
    yesterday: 'ontem',
    weekdays: ['segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado', 'domingo'],
    months: ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
    dayOfMonth: (month, day) => `${day} de ${month}`,
    monthOfYear: (month, year) => `${month} de ${year}`,
    count: days,
    ahead: (count) => `em ${days(count)}`,
    ago: (count) => `há ${days(count)}`,
    overdue: (count) => `${days(count)} de atraso`,
  },
  sidebar: {
    title: 'Tarefas',
    hoverSource: 'Account Pages: tarefas',
    tree: 'Tarefas em aberto',
    tabs: { items: 'Tarefas em aberto', review: 'Revisão' },
    search: 'Filtrar tarefas…',
    groupBy: 'Agrupar por',
    groupings: { account: 'Conta', owner: 'Responsável', due: 'Prazo', meeting: 'Reunião' },
    sortBy: 'Ordenar por',
    sortings: { due: 'Prazo', priority: 'Prioridade', age: 'Mais antigas primeiro' },
    filterBy: 'Filtrar por',
    owners: {
      anyone: 'De qualquer pessoa',
      mine: 'Minhas',
      theirs: 'De outras pessoas',
      unassigned: 'Sem responsável',
    },
    dues: { any: 'Qualquer prazo', overdue: 'Atrasadas', week: 'Para esta semana', none: 'Sem prazo' },
    proposals: { any: 'Propostas ou não', only: 'Só propostas', without: 'Sem propostas' },
    removeFilter: (filter) => `Remover filtro: ${filter}`,
    foldAll: 'Recolher ou expandir tudo',
    openPage: 'Abrir página',
    openMeeting: 'Abrir reunião',
    groupTitles: {
      mine: 'Minhas',
      unassigned: 'Sem responsável',
      overdue: 'Atrasadas',
      today: 'Hoje',
      week: 'Próximos 7 dias',
      later: 'Mais adiante',
      noDueDate: 'Sem prazo',
    },
    open: (count) => `${count} em aberto`,
    someOpen: (matching, all) => `${matching} de ${all} em aberto`,
    overdue: (count) => counted(count, 'atrasada', 'atrasadas'),
    openItems: tasks,
    meetings: (count, weeks) => `${meetings(count)} em ${counted(weeks, 'semana', 'semanas')}`,
    lastMet: (ago) => `última reunião ${ago}`,
    lastMetOn: (ago, date, since) => `Última reunião ${ago}, em ${date} (${since})`,
    shortAge: {
      today: 'hoje',
      days: (count) => `${count} d`,
      weeks: (count) => `${count} sem`,
      months: (count) => counted(count, 'mês', 'meses'),
    },
    nothingOpen: 'Nada em aberto',
  },
  empty: {
    reading: 'Lendo suas notas…',
    progress: (done, all) => `${done} de ${all}`,
    noAccounts: 'Nenhuma conta encontrada',
    lookedFor: (folders) => `Pastas procuradas: ${folders}.`,
    whatAccountsAre:
      'Uma conta é uma pasta dentro de uma destas ou uma nota cuja propriedade “type” é “customer”. Outros nomes de pasta podem ser definidos nas configurações do plugin.',
    nothingOpen: (count) =>
      `Nenhuma nota de reunião ${count === 1 ? 'da sua conta' : `das suas ${count} contas`} tem uma caixa desmarcada.`,
    noMatch: 'Nenhum resultado',
    noneFits: (count) =>
      count === 1
        ? 'A única tarefa em aberto (1) não atende ao filtro.'
        : `Nenhuma das ${count} tarefas em aberto atende ao filtro.`,
    clearFilters: 'Limpar filtros',
  },
  item: {
    more: 'Mais ações',
    noCheckbox: 'Esta linha não tem caixa de seleção',
    markDone: 'Marcar como feita',
    proposedTag: 'Proposta',
    status: (status) => `Status “${status}”`,
    openFor: (count) => `Em aberto há ${days(count)}`,
    inSeveral: (count) => `Em ${meetings(count)}; marcar aqui marca em todas`,
    dueDay: (weekday, date) => `Prazo: ${weekday}, ${date}`,
    repeats: (recurrence) => `Repete-se: ${recurrence}`,
    open: 'Abrir',
    openInNewTab: 'Abrir em nova aba',
    dueToday: 'Prazo hoje',
    dueTomorrow: 'Prazo amanhã',
    dueNextWeek: (weekday) => `Prazo na próxima semana (${weekday})`,
    pickDay: 'Escolher prazo…',
    removeDay: 'Remover prazo',
    setOwner: 'Definir responsável…',
    copyText: 'Copiar como texto',
    copyLink: 'Copiar link da reunião',
    whoDoesIt: 'Quem vai fazer?',
    me: 'Eu',
    nameOfMe: (name) => `${name} (eu)`,
    nobody: 'Ninguém',
    dueDate: 'Prazo',
    set: 'Definir',
    copied: 'Copiado.',
    notCopied: (reason) => `Nada foi copiado: ${reason}`,
    noteGone: (path) => `“${path}” não está mais no cofre.`,
    dueOn: (day) => `prazo ${day}`,
  },
  spoken: {
    done: 'feita',
    due: (words) => `prazo ${words}`,
    priorities: {
      highest: 'prioridade máxima',
      high: 'prioridade alta',
      medium: 'prioridade média',
      low: 'prioridade baixa',
      lowest: 'prioridade mínima',
    },
    repeats: (recurrence) => `repete-se ${recurrence}`,
    proposed: 'proposta',
    from: (note) => `de ${note}`,
    inMeetings: (count) => `em ${meetings(count)}`,
  },
  changes: {
    notChanged: (reasons) => `Não alterada. ${reasons}`,
    changed: (item) => `Alterada: ${item}`,
    notTicked: (reasons) => `Não marcada. ${reasons}`,
    notUndone: (reasons) => `Não desfeito. ${reasons}`,
    openAgain: (item) => `Em aberto de novo: ${item}`,
    done: (item, ticked, count) =>
      `Feita: ${item}, ${extent(ticked, count)}. Pressione Ctrl Z ou Command Z para desfazer.`,
    tickedSeveral: (ticked, count) => `Marcada em ${extent(ticked, count)}, porque várias notas têm esta tarefa.`,
    repeatsOnlyWithTasks: (item) =>
      `“${item}” se repete: a próxima data só é escrita enquanto o plugin Tasks está ligado.`,
    notWritten: (note, reason) => `Não foi possível escrever “${note}”: ${reason}`,
    refusals: {
      closed: (note) => `Ela já está feita em “${note}”.`,
      changed: (note) => `A linha dela em “${note}” mudou desde que foi lida.`,
      gone: (note) => `A linha dela não está mais em “${note}”.`,
      several: (note) => `“${note}” tem agora várias linhas assim, e nenhuma onde ela estava.`,
      'no checkbox': (note) => `A linha dela em “${note}” não tem caixa de seleção.`,
      'not understood': (note) =>
        `A linha dela em “${note}” está escrita de um jeito que não dá para mudar aqui sem mudar mais coisas.`,
    },
  },
  review: {
    noPages: 'Nenhuma conta tem página ainda.',
    disagreements: 'Contradições',
    edits: 'Suas alterações, ditas de outro modo nas notas desde então',
    removed: 'Linhas removidas',
    problems: 'Problemas',
    nothing: 'Nada a revisar',
    openNote: (note) => `Abrir ${note}`,
    openLine: (note, line) => `Abrir ${note}, linha ${line}`,
    mine: (heading) => `A sua, em ${heading}`,
    newer: 'Agora nas notas',
    useNewer: 'Usar esta',
    keepMine: 'Manter a minha',
    wholeSection: 'A seção inteira',
    restore: 'Restaurar',
  },
};

function extent(ticked: number, count: number): string {
  return `${lines(ticked)} de ${notes(count)}`;
}
