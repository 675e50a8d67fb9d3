/** What an editor shows of the package: each key of the types that schemas determine has its comment. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const entry = fileURLToPath(new URL('../../dist/esm/types.d.ts', import.meta.url));
const program = ts.createProgram([entry], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  strict: true,
  noEmit: true,
});
const checker = program.getTypeChecker();

/** The keys of a type, and those of the records in them, that have no comment. */
function uncommented(type: ts.Type, path: string, seen = new Set<ts.Type>()): string[] {
  if (seen.has(type)) return [];
  seen.add(type);
  if (type.isUnion()) return type.types.flatMap((part) => uncommented(part, path, seen));
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return checker
      .getTypeArguments(type as ts.TypeReference)
      .flatMap((item) => uncommented(item, `${path}[]`, seen));
  }
  if ((type.flags & ts.TypeFlags.Object) === 0 || isOfJavaScript(type)) return [];
  return checker.getPropertiesOfType(type).flatMap((key) => {
    const place = `${path}.${key.name}`;
    const isBare = key.getDocumentationComment(checker).length === 0;
    return [...(isBare ? [place] : []), ...uncommented(checker.getTypeOfSymbol(key), place, seen)];
  });
}

/** Types of JavaScript itself, such as Map. */
function isOfJavaScript({ symbol }: ts.Type): boolean {
  const file = symbol?.declarations?.[0]?.getSourceFile();
  return file !== undefined && program.isSourceFileDefaultLibrary(file);
}

const names = [
  'OlsModelInput',
  'IvModelInput',
  'GmmModelInput',
  'PanelModelInput',
  'DpdModelInput',
];

describe.each(names)('%s', (name) => {
  const exports = checker.getExportsOfModule(
    checker.getSymbolAtLocation(program.getSourceFile(entry)!)!,
  );
  const symbol = exports.find((one) => one.name === name)!;
  const type = checker.getDeclaredTypeOfSymbol(
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  );

  test('has a comment at each key', () => {
    expect(checker.getPropertiesOfType(type).length).toBeGreaterThan(5);
    expect(uncommented(type, name)).toEqual([]);
  });
});
