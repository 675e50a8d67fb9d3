/**
 * Says in each source that what a constant is computed from has no effects, so that bundlers leave a constant out that a
 * program does not use, with all that it needs. `sideEffects` of the package says it of files only, and a file of the
 * package has many sources.
 */
import { replaced, statementsOf } from './syntax.mjs';

/** The name of the part with the function that computes constants: in its own, the minifier does not see through it. */
const helper = 'made';

/** The plugin for sources whose paths match. */
export const pure = (id) => ({
  name: 'pure',
  resolveId: (source) => (source === `\0${helper}` ? source : undefined),
  load: (path) => (path === `\0${helper}` ? 'export const made = (make) => make();' : undefined),
  transform: {
    order: 'pre',
    filter: { id },
    handler: (code) => withPureConstants(code),
  },
});

function withPureConstants(code) {
  const statements = statementsOf(code);
  if (!statements.some(({ type }) => /^(Import|Export)/.test(type))) return undefined; // CommonJS
  const values = statements
    .map((node) => node.declaration ?? node)
    .flatMap(({ type, declarations }) => (type === 'VariableDeclaration' ? declarations : []))
    .flatMap(({ init }) => (init && !isPlain(init) ? init : []));
  if (values.length === 0) return undefined;
  const written = replaced(code, values, ({ start, end }) => {
    return `/* @__PURE__ */ made(() => (${code.slice(start, end)}))`;
  });
  return `import { made } from '\0${helper}';\n${written}`;
}

/** True for functions, literals and names, and for records and lists of them, which bundlers leave out anyway. */
function isPlain(node) {
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'Identifier':
    case 'Literal':
      return true;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isPlain(node.expression);
    case 'ArrayExpression':
      return node.elements.every((item) => item !== null && isPlain(item));
    case 'ObjectExpression':
      return node.properties.every(
        (item) => item.type === 'Property' && !item.computed && isPlain(item.value),
      );
    default:
      return false;
  }
}

export const partOfPure = (path) => (path === `\0${helper}` ? helper : undefined);
