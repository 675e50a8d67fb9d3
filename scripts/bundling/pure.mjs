/**
 * Says in each source that what a constant is computed from has no effects, so that bundlers leave a constant out that a
 * program does not use, with all that it needs. `sideEffects` of the package says it of files only, and a file of the
 * package has many sources.
 */
import { replaced, statementsOf } from './syntax.mjs';

/** The module of the function that computes constants: in another file, the minifier does not see through it. */
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
  /** The minifier keeps the spaces of the marks, which would be 16 kB. */
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replaceAll(mark, mark.replaceAll(' ', ''));
    }
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
  const calls = values.filter((value) => isPlain(value, isCall)).flatMap(callsIn);
  const others = values.filter((value) => !isPlain(value, isCall));
  const marked = replaced(
    code,
    [...calls.map(({ start }) => ({ start, end: start })), ...others],
    ({ start, end }) => (start === end ? mark : `${mark}made(() => (${code.slice(start, end)}))`),
  );
  return others.length === 0 ? marked : `import { made } from '\0${helper}';\n${marked}`;
}

const mark = '/* @__PURE__ */ ';

/** True for a call of a name, or of one in a namespace, with plain arguments: a mark at the call is enough. */
function isCall({ type, callee, arguments: given }) {
  if (type !== 'CallExpression' || !given.every((one) => isPlain(one, isCall))) return false;
  const { object = callee, computed = false } = callee;
  return object.type === 'Identifier' && !computed;
}

/** A call and the calls in its arguments; the calls in a list or a record. */
function callsIn(node) {
  switch (node.type) {
    case 'CallExpression':
      return [node, ...node.arguments.flatMap(callsIn)];
    case 'ArrayExpression':
      return node.elements.flatMap(callsIn);
    case 'ObjectExpression':
      return node.properties.flatMap(({ value }) => callsIn(value));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return callsIn(node.expression);
    default:
      return [];
  }
}

/**
 * True for functions, literals and names, and for records and lists of them, which bundlers leave out anyway.
 *
 * @param isOther - says it of other values
 */
function isPlain(node, isOther = () => false) {
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'Identifier':
    case 'Literal':
      return true;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isPlain(node.expression, isOther);
    case 'ArrayExpression':
      return node.elements.every((item) => item !== null && isPlain(item, isOther));
    case 'ObjectExpression':
      return node.properties.every(
        (item) => item.type === 'Property' && !item.computed && isPlain(item.value, isOther),
      );
    default:
      return isOther(node);
  }
}

/** True for the module of the function that computes constants. */
export const isHelper = (path) => path === `\0${helper}`;
