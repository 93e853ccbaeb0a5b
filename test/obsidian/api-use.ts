import { dirname } from 'node:path';
import ts from 'typescript';

/** A member of obsidian.d.ts that the plugin's source uses. */
export interface ApiUse {
  /** `Vault.process`, or `normalizePath` for what the module itself has. */
  readonly name: string;
  /** The version that brought it, where obsidian.d.ts says so. */
  readonly since: string | null;
  /** In which file it is used first. */
  readonly file: string;
}

/**
 * A program over the plugin and the stand-in, in which `obsidian` is obsidian.d.ts. `virtual` has the texts of files that
 * are on no disk. The page's own types and those of other packages are left out, because nothing is asked about them and
 * they take long to read.
 */
export function openProgram(
  configFile: string,
  files: readonly string[],
  virtual: Readonly<Record<string, string>> = {},
): ts.Program {
  const config: unknown = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  const own = { ...options, lib: ['lib.es2022.d.ts'] };
  const disk = ts.createCompilerHost(own);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => path in virtual || disk.fileExists(path),
    readFile: (path) => virtual[path] ?? disk.readFile(path),
    getSourceFile: (path, language) => {
      const text = virtual[path];
      return text === undefined ? disk.getSourceFile(path, language) : ts.createSourceFile(path, text, language, true);
    },
    resolveModuleNameLiterals: (literals, importer) =>
      literals.map(({ text }) =>
        /^(?:\.|obsidian(?:\/|$))/.test(text)
          ? ts.resolveModuleName(text, importer, own, host)
          : { resolvedModule: undefined },
      ),
  };
  return ts.createProgram([...files, ...Object.keys(virtual)], own, host);
}

/**
 * What the program's files in `folder` use of obsidian.d.ts, each member once, in the order of the names. The core is
 * passed over: another test holds it to knowing nothing of the app.
 */
export function apiUses(program: ts.Program, folder: string): ApiUse[] {
  const checker = program.getTypeChecker();
  const uses = new Map<string, ApiUse>();
  const note = (symbol: ts.Symbol | undefined, file: string): void => {
    const name = symbol && apiName(symbol);
    if (!name || uses.has(name)) return;
    uses.set(name, { name, since: sinceOf(symbol, checker), file: file.slice(folder.length + 1) });
  };
  for (const source of program.getSourceFiles()) {
    if (!source.fileName.startsWith(`${folder}/`) || source.fileName.startsWith(`${folder}/core/`)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) note(resolved(checker.getSymbolAtLocation(node), checker), source.fileName);
      if (ts.isClassDeclaration(node)) for (const symbol of overridden(node, checker)) note(symbol, source.fileName);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...uses.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Which of the names an entry of the stand-in lacks: a value or class that it hands on as a type only, or a member that
 * its class does not declare. For a class that it has only under those that extend it, these are looked at. What
 * obsidian.d.ts adds to the page's own elements is not looked for.
 */
export function lacking(program: ts.Program, entry: string, names: readonly string[]): string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`no module: ${entry}`);
  const exported = new Map(
    checker.getExportsOfModule(module).map((symbol) => [symbol.name, resolved(symbol, checker) ?? symbol]),
  );
  const own = new Map([...exported].filter(([, symbol]) => !isTypeOnly(symbol)));
  return names.filter((name) => {
    const [owner = '', member] = name.split('.');
    if (!exported.has(owner)) return false;
    const holder = own.get(owner);
    if (holder) return member !== undefined && !hasMember(holder, member, checker);
    const heirs = [...own].filter(([heir]) => extendsApiClass(heir, owner, program));
    return member === undefined || !heirs.some(([, heir]) => hasMember(heir, member, checker));
  });
}

/** True where `version` is not newer than `other`. */
export function isWithin(version: string, other: string): boolean {
  const [a, b] = [version.split('.').map(Number), other.split('.').map(Number)];
  const differs = [0, 1, 2].find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return differs === undefined || (a[differs] ?? 0) < (b[differs] ?? 0);
}

function isApiDeclaration(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().fileName.endsWith('node_modules/obsidian/obsidian.d.ts');
}

function apiName(symbol: ts.Symbol): string | null {
  const declaration = symbol.declarations?.find(isApiDeclaration);
  if (!declaration) return null;
  const { parent } = declaration;
  if (ts.isSourceFile(parent)) return symbol.name;
  if (ts.isVariableDeclarationList(parent)) return symbol.name;
  const owner = ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) ? parent.name?.text : undefined;
  return owner === undefined ? null : `${owner}.${symbol.name}`;
}

function sinceOf(symbol: ts.Symbol, checker: ts.TypeChecker): string | null {
  const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'since');
  return /\d+\.\d+\.\d+/.exec(ts.displayPartsToString(tag?.text))?.[0] ?? null;
}

function resolved(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined {
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The members of an app's class that a plugin's class puts its own in place of. */
function overridden(node: ts.ClassDeclaration, checker: ts.TypeChecker): ts.Symbol[] {
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) =>
    types.map((type) => checker.getTypeAtLocation(type)),
  );
  const names = node.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
  return bases.flatMap((base) => names.flatMap((name) => checker.getPropertyOfType(base, name) ?? []));
}

/** `export type *` hands on what obsidian.d.ts declares: an interface is whole so, a class or value is not. */
function isTypeOnly(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Value) !== 0 && symbol.declarations?.some(isApiDeclaration) === true;
}

/** True where obsidian.d.ts has class `name` extend class `base`, whatever stands between them. */
function extendsApiClass(name: string, base: string, program: ts.Program): boolean {
  const api = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('node_modules/obsidian/obsidian.d.ts'));
  const parents = new Map(
    api?.statements
      .filter(ts.isClassDeclaration)
      .map((node) => [node.name?.text, node.heritageClauses?.[0]?.types[0]?.expression.getText()]),
  );
  for (let parent = parents.get(name); parent !== undefined; parent = parents.get(parent)) {
    if (parent === base) return true;
  }
  return false;
}

function hasMember(symbol: ts.Symbol, member: string, checker: ts.TypeChecker): boolean {
  const instance = checker.getDeclaredTypeOfSymbol(symbol);
  const statics = symbol.valueDeclaration && checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
  return [instance, ...(statics ? [statics] : [])].some(
    (type) => checker.getPropertyOfType(type, member) !== undefined,
  );
}
