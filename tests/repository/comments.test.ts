/** What an editor shows of the package: each member of a type that an entry point reaches has its comment. */
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { declarationsOf, root } from './program.js';
import { entryPoints } from './surface.js';

const files = [
  ...entryPoints.map((entry) => declarationsOf(`${entry}.d.ts`)),
  join(root, 'dist/bullmq/index.d.ts'),
];
const program = ts.createProgram(files, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

/** Functions of the core, which nobody calls; tables by code or format, whose keys say all; types of the host. */
const isApart = (owner: string) =>
  /^(\w*Exports|(\w+\.)*WebAssembly(\.\w+)*|kinds|fileEndings|(\w*(Warnings|Details)))$/.test(
    owner,
  );

type Member = ts.PropertySignature | ts.MethodSignature | ts.PropertyDeclaration;
const isMember = (node: ts.Node): node is Member =>
  ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isPropertyDeclaration(node);

const reached = new Set<ts.Declaration>();
const bare: string[] = [];
let count = 0;

function reach(symbol: ts.Symbol | undefined): void {
  if (symbol === undefined) return;
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  for (const one of (isAlias ? checker.getAliasedSymbol(symbol) : symbol).declarations ?? []) {
    if (reached.has(one) || !one.getSourceFile().fileName.includes('/dist/')) continue;
    reached.add(one);
    visit(one, ts.getNameOfDeclaration(one)?.getText() ?? '');
  }
}

function visit(node: ts.Node, owner: string): void {
  if (isMember(node) && ts.isIdentifier(node.name) && !isApart(owner)) {
    count++;
    const symbol = checker.getSymbolAtLocation(node.name)!;
    const isHost = node.name.text === 'WebAssembly' || node.name.text === 'prototype';
    if (!isHost && symbol.getDocumentationComment(checker).length === 0)
      bare.push(`${owner}.${node.name.text}`);
  }
  if (ts.isTypeReferenceNode(node)) reach(checker.getSymbolAtLocation(node.typeName));
  if (ts.isExpressionWithTypeArguments(node)) reach(checker.getSymbolAtLocation(node.expression));
  if (ts.isTypeQueryNode(node)) reach(checker.getSymbolAtLocation(node.exprName));
  const inside = isMember(node) ? `${owner}.${node.name.getText()}` : owner;
  ts.forEachChild(node, (child) => {
    visit(child, inside);
  });
}

test('each member has a comment', () => {
  for (const file of files) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
    for (const symbol of checker.getExportsOfModule(module)) reach(symbol);
  }
  expect(count).toBeGreaterThan(4000);
  expect(bare).toEqual([]);
});
