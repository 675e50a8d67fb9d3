/**
 * Writes out the types that schemas determine. `interface OlsModelInput extends Input<typeof olsSchema>` is short in the source,
 * but an editor would show a reader nothing of its keys: the declaration lists them, each with its comment. The words of
 * `keyof typeof table` are written out too, so that the texts of the table stay out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import ts from 'typescript';

const FROM_SCHEMAS = /\b(?:ByCode|Input|Output|Options)</;
const helpers = new Set(['Frozen', 'Input', 'Output', 'Options', 'Partly']);

/** Rewrites the declarations that were emitted to a folder for the sources of a program. */
export function writeTypes(program, folder) {
  const checker = program.getTypeChecker();
  const names = namesOfShapes(program);
  const unions = namedUnions(program);
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile) continue;
    const determined = source.statements.filter(isDetermined);
    const words = wordsOfTables(checker, source);
    if (determined.length === 0 && words.size === 0) continue;
    const path = `${folder}/${relative(process.cwd(), source.fileName).replace(/\.ts$/, '.d.ts')}`;
    const emitted = ts.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const at = { checker, source, imported: importedNames(emitted), names, unions };
    let { text } = emitted;
    for (const node of determined.toReversed()) {
      const place = emitted.statements.find(
        ({ kind, name }) => kind === node.kind && name?.text === node.name.text,
      );
      if (place === undefined) continue;
      const written = writtenOut(at, node);
      text = text.slice(0, place.getStart()) + written + text.slice(place.end);
    }
    for (const [table, union] of words) text = text.replaceAll(table, union);
    writeFileSync(path, withoutUnused(text));
  }
}

/** The texts `keyof typeof table` of a source, and the words that they stand for. */
function wordsOfTables(checker, source) {
  const words = new Map();
  const visit = (node) => {
    if (isKeysOfTable(node)) {
      const { types = [] } = checker.getTypeFromTypeNode(node);
      const literals = types.filter((type) => type.isStringLiteral());
      if (types.length > 0 && literals.length === types.length)
        words.set(node.getText(), types.map(({ value }) => `'${value}'`).join(' | '));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return words;
}

const isKeysOfTable = (node) =>
  ts.isTypeOperatorNode(node) &&
  node.operator === ts.SyntaxKind.KeyOfKeyword &&
  ts.isTypeQueryNode(node.type) &&
  ts.isIdentifier(node.type.exprName);

/** The symbols of records that a schema determines, by their shape: where others have it, the name says it. */
function namesOfShapes(program) {
  const checker = program.getTypeChecker();
  const names = new Map();
  for (const source of program.getSourceFiles()) {
    const determined = source.isDeclarationFile ? [] : source.statements.filter(isDetermined);
    for (const { name } of determined.filter(isExported)) {
      const shape = shapeOf({ checker, source }, checker.getTypeAtLocation(name));
      if (shape.includes('{')) names.set(shape, checker.getSymbolAtLocation(name));
    }
  }
  return names;
}

/** The exported names of long unions, such as a covariance in one text: the longest first. */
function namedUnions(program) {
  const checker = program.getTypeChecker();
  const isText = ({ flags }) => (flags & ts.TypeFlags.StringLike) !== 0;
  const isRecord = ({ flags }) => (flags & ts.TypeFlags.Object) !== 0;
  const isLong = ({ node, type }) => {
    if (!type.isUnion()) return false;
    const { length } = type.types;
    if (length > 2 && ts.isUnionTypeNode(node.type) && type.types.every(isRecord)) return true;
    return length > 8 && (ts.isUnionTypeNode(node.type) || type.types.every(isText));
  };
  return program
    .getSourceFiles()
    .filter((source) => !source.isDeclarationFile)
    .flatMap((source) => source.statements.filter(ts.isTypeAliasDeclaration))
    .filter((node) => isExported(node) && !node.typeParameters && !isDetermined(node))
    .map((node) => ({
      node,
      type: checker.getTypeAtLocation(node.name),
      symbol: checker.getSymbolAtLocation(node.name),
    }))
    .filter(isLong)
    .sort((a, b) => b.type.types.length - a.type.types.length);
}

/** A type written out, without names or comments. */
function shapeOf({ checker, source }, type) {
  return unnamed({ checker, source, isPlain: true }, type, '').replace(/\s+/g, ' ');
}

/** True for interfaces and aliases without type parameters whose keys come from a schema. */
function isDetermined(node) {
  if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return false;
  if (node.typeParameters !== undefined) return false;
  const parts = ts.isInterfaceDeclaration(node) ? (node.heritageClauses ?? []) : [node.type];
  return FROM_SCHEMAS.test(parts.map((part) => part.getText()).join());
}

function writtenOut(at, node) {
  const type = at.checker.getTypeAtLocation(node.name);
  const start = isExported(node) ? 'export ' : '';
  const { text: name } = node.name;
  if (ts.isInterfaceDeclaration(node)) return `${start}interface ${name} ${members(at, type, '')}`;
  return `${start}type ${name} = ${unnamed(at, type, '')};`;
}

const isExported = (node) =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

/** A type by its name if it has one that others can import, otherwise written out. */
function typeText(at, type, indent) {
  const symbol = type.aliasSymbol ?? type.symbol;
  if (isNamed(at, type, symbol)) return named(at, type, symbol);
  return sameShape(at, type) ?? unnamed(at, type, indent);
}

/** The name of a type that has this shape. */
function sameShape(at, type) {
  const same = at.isPlain ? undefined : at.names.get(shapeOf(at, type));
  return same && named(at, type, same);
}

function isNamed({ checker, isPlain }, type, symbol) {
  const [declaration] = symbol?.declarations ?? [];
  if (declaration === undefined || helpers.has(symbol.name)) return false;
  if (checker.isArrayType(type) || !hasDefaults(checker, type, declaration)) return false;
  // Of a schema's keys the shape has each, whether they have a name or none.
  if (isPlain && isDetermined(declaration)) return false;
  const isDeclaration =
    ts.isInterfaceDeclaration(declaration) ||
    ts.isTypeAliasDeclaration(declaration) ||
    ts.isClassDeclaration(declaration);
  return (
    isDeclaration && (isExported(declaration) || declaration.getSourceFile().isDeclarationFile)
  );
}

/** True if the type arguments of an alias, if it has any, are its defaults. */
const hasDefaults = (checker, { aliasTypeArguments = [] }, { typeParameters = [] }) =>
  aliasTypeArguments.every((argument, i) => {
    const usual = typeParameters[i]?.default;
    return usual !== undefined && checker.getTypeFromTypeNode(usual) === argument;
  });

function named({ checker, source, imported }, type, symbol) {
  const file = symbol.declarations[0].getSourceFile();
  if (file.isDeclarationFile)
    return checker.typeToString(type, source, ts.TypeFormatFlags.NoTruncation);
  if (file === source || imported?.has(symbol.name)) return symbol.name;
  const path = relative(dirname(source.fileName), file.fileName).replace(/\.ts$/, '.js');
  return `import('${path.startsWith('.') ? path : `./${path}`}').${symbol.name}`;
}

/** Names that the declarations of a file import as they are. */
function importedNames(emitted) {
  const lists = emitted.statements
    .filter(ts.isImportDeclaration)
    .map(({ importClause }) => importClause?.namedBindings);
  return new Set(
    lists
      .filter((list) => list !== undefined && ts.isNamedImports(list))
      .flatMap(({ elements }) => elements.filter(({ propertyName }) => propertyName === undefined))
      .map(({ name }) => name.text),
  );
}

function unnamed(at, type, indent) {
  const { checker, source } = at;
  if (type.isStringLiteral()) return `'${type.value}'`;
  if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) return union(at, type.types, indent);
  if (checker.isTupleType(type)) return tuple(at, type, indent);
  if (checker.isArrayType(type)) return list(at, type, indent);
  const isFunction = type.getCallSignatures().length > 0;
  if (isOfRecords(type) && !isFunction) return members(at, type, indent);
  return checker.typeToString(type, source, ts.TypeFormatFlags.NoTruncation);
}

/** True for a record and for an intersection of records, not for one like `string & {}`. */
function isOfRecords(type) {
  if (type.isIntersection()) return type.types.every(isOfRecords);
  return (type.flags & ts.TypeFlags.Object) !== 0;
}

/** The members of a union: `undefined` is last, and `true` and `false` are a boolean. */
function union(at, types, indent) {
  const isAbsent = (type) => (type.flags & ts.TypeFlags.Undefined) !== 0;
  const found = at.isPlain
    ? undefined
    : at.unions.find(({ type }) => type.types.every((one) => types.includes(one)));
  const rest = types.filter((type) => !found?.type.types.includes(type));
  const ordered = [...rest.filter((type) => !isAbsent(type)), ...rest.filter(isAbsent)];
  const written = ordered.map((type) => {
    const text = typeText(at, type, indent);
    return type.getCallSignatures().length > 0 ? `(${text})` : text;
  });
  const words = found ? [named(at, found.type, found.symbol), ...written] : written;
  const isBoolean = words.includes('true') && words.includes('false');
  const merged = words.map((word) => (isBoolean && /^(true|false)$/.test(word) ? 'boolean' : word));
  return [...new Set(merged)].join(' | ');
}

function tuple(at, type, indent) {
  const { readonly, elementFlags } = type.target;
  const items = at.checker.getTypeArguments(type).map((item, i) => {
    const text = typeText(at, item, indent);
    if (elementFlags[i] & ts.ElementFlags.Rest) return `...(${text})[]`;
    return elementFlags[i] & ts.ElementFlags.Optional ? `(${text})?` : text;
  });
  return `${readonly ? 'readonly ' : ''}[${items.join(', ')}]`;
}

function list(at, type, indent) {
  const text = typeText(at, at.checker.getTypeArguments(type)[0], indent);
  const item = /^readonly | \| | => /.test(text) ? `(${text})` : text;
  return type.symbol.name === 'ReadonlyArray' ? `readonly ${item}[]` : `${item}[]`;
}

function members(at, type, indent) {
  const inner = `${indent}    `;
  const indices = at.checker
    .getIndexInfosOfType(type)
    .map(
      ({ keyType, type: value }) =>
        `${inner}readonly [name: ${typeText(at, keyType, inner)}]: ${typeText(at, value, inner)};\n`,
    );
  const keys = at.checker.getPropertiesOfType(type).map((property) => member(at, property, inner));
  if (at.isPlain) keys.sort();
  return `{\n${[...indices, ...keys].join('')}${indent}}`;
}

function member(at, property, indent) {
  const comment = at.isPlain
    ? ''
    : ts.displayPartsToString(property.getDocumentationComment(at.checker));
  const name = /^[\w$]+$/.test(property.name) ? property.name : JSON.stringify(property.name);
  const mark = property.flags & ts.SymbolFlags.Optional ? '?' : '';
  const type = typeText(at, at.checker.getTypeOfSymbol(property), indent);
  return `${commented(comment, indent)}${indent}readonly ${name}${mark}: ${type};\n`;
}

function commented(text, indent) {
  if (text === '') return '';
  const lines = text.split('\n');
  if (lines.length === 1) return `${indent}/** ${text} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

/** Drops imports whose names the text does not use any more. */
function withoutUnused(text) {
  return text.replace(/^import (?:type )?\{([^}]*)\} from ('[^']+');\n/gm, (line, names, from) => {
    const rest = text.replaceAll(line, '');
    const used = names
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => new RegExp(`\\b${name.replace(/^.* as /, '')}\\b`).test(rest));
    return used.length === 0 ? '' : `import type { ${used.join(', ')} } from ${from};\n`;
  });
}
