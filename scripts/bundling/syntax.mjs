/** Changes of code by its syntax, for plugins of rolldown. */
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

/** The top-level statements of a source in TypeScript. */
export function statementsOf(code) {
  return parseAst(code, { lang: 'ts' }).body;
}

/** Code with other text at the places of some nodes, which do not contain each other. */
export function replaced(code, nodes, textOf) {
  return nodes
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, node) => text.slice(0, node.start) + textOf(node) + text.slice(node.end), code);
}

/** The nodes of `import()` in a program of JavaScript. */
export function dynamicImports(code) {
  const nodes = [];
  new Visitor({ ImportExpression: (node) => void nodes.push(node) }).visit(parseAst(code));
  return nodes;
}
