/** Keeps habits of style and vague names, once removed, from coming back. */
import { relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesOf, root, sourceFile } from './program.js';

const folders = ['assembly', 'bindings', 'cli', 'web'];

/** Names that do not say what they name, alone or as a word of a compound; `at` only as the first word. */
const vagueNames = new Set(['own', 'found', 'asked', 'taken', 'space', 'still', 'road']);

/** Keys of results and of errors' details, which users read and so do not change. */
// prettier-ignore
const publicKeys = new Set([
  'BootstrapPrecision.asked',
  'MarginalEffect.at',
  'SplitFacts.at', 'SplitStep.at', 'WrittenSplit.at', 'SplitInput.at', 'PlannedSplit.at',
  'MarginsCommandOptions.at',
  'MarginsOptions.at',
  'Difference.found', 'BadOption.found',
  'DesignVariant.own',
  'InstrumentReport.own',
  'PowerResult.own',
  'Specification.own',
]);

/** Habits in what prints, and plain words for them. A placeholder of a template reads as 0. */
const habits: readonly (readonly [RegExp, string])[] = [
  [/\bless (?:the|those|its|their)\b/, 'minus'],
  [/\bin (?:the )?place of\b/, 'instead of, or before and after'],
  [/\bbeside\b/, 'with or next to'],
  [/\bat hand\b/, 'say which one'],
  [/\bown choice\b|\bof (?:its|their) own\b/, 'separate, or say whose'],
  [/\d for each\b(?! of)/, 'per unit'],
  [
    /\b(?:\d+|one|two|columns?|rows?|lines?|objects?|numbers?|operations|seconds|GiB|MB) an? (?:unit|replicate|row|column|round|line|worker|period)\b/,
    'per unit',
  ],
  [/\brefuses (?:nothing|none)\b/, 'is ignored'],
  [/\blooked into\b/, 'checked'],
  [/\broads?\b/, 'path'],
  [/\bstands?\b/, 'is, or means'],
  [/\b(?:says?|tells?) (?:little|less|nothing|no more)\b/, 'say what follows'],
  [/\bleans? (?:on|towards)\b/, 'depends on, or is biased towards'],
  [/\bmov(?:es?|ing) with\b/, 'is correlated with'],
  [/\basked for\b/, 'name the option'],
  [/\bwhere there (?:is|are) none\b/, 'if there is none'],
  [/\bnot to be had\b/, 'not installed'],
  [/\bagain and again\b/, 'repeatedly'],
  [/^of [\w ]+[,:]/i, 'for …'],
  [/\bzero throughout\b/, 'zero in every row'],
  [/\bthe change of\b/, 'the change in'],
  [/\bperiods? ago is\b/, 'lagged … periods'],
  [/\berrors are wrong\b/, 'not valid'],
  [/\bas \w+ is of\b/, 'is for'],
  [/\bhardly come\b/, 'are unlikely to come'],
];

const longestSentence = 40;

function nodesOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(...nodesOf(child)));
  return [node, ...children];
}

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return `${relative(root, source.fileName)}:${line + 1}`;
}

/** The text of a literal with 0 for placeholders; undefined for other nodes, module names, keys and types. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0');
  }
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return undefined;
  const { parent } = node;
  const isModule = ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
  const isKey =
    ts.isElementAccessExpression(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node);
  return isModule || isKey || ts.isLiteralTypeNode(parent) ? undefined : node.text;
}

function sentencesOf(text: string): string[] {
  return text.startsWith('<') ? [] : text.split(/[.!?;:]\s|\n/);
}

function faultsOf(text: string): string[] {
  const matches = habits.flatMap(([habit, better]) => {
    const match = habit.exec(text);
    return match === null ? [] : [`"${match[0]}" (better: ${better})`];
  });
  const long = sentencesOf(text).filter(
    (sentence) => sentence.trim().split(/\s+/).length > longestSentence,
  );
  return [...matches, ...long.map((sentence) => `a long sentence: "${sentence}"`)];
}

function isVague(name: string): boolean {
  const words = name.split(/(?<=[a-z0-9])(?=[A-Z])|_/).map((word) => word.toLowerCase());
  return words[0] === 'at' || words.some((word) => vagueNames.has(word));
}

const declarations: readonly ((node: ts.Node) => boolean)[] = [
  ts.isVariableDeclaration,
  ts.isParameter,
  ts.isBindingElement,
  ts.isFunctionDeclaration,
  ts.isClassDeclaration,
  ts.isInterfaceDeclaration,
  ts.isTypeAliasDeclaration,
  ts.isTypeElement,
  ts.isClassElement,
];

/** The name that a node declares; keys of object literals are not declarations. */
function declaredName(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  const declaration = declarations.find((isKind) => isKind(parent));
  if (declaration === undefined || (parent as ts.NamedDeclaration).name !== node) return undefined;
  const owner = ts.isPropertySignature(parent) ? parent.parent : undefined;
  const isPublic =
    owner !== undefined &&
    ts.isInterfaceDeclaration(owner) &&
    publicKeys.has(`${owner.name.text}.${node.text}`);
  return isPublic ? undefined : node.text;
}

/** Details of errors have a key for what was found, so the sentences made of them have one too. */
const isKeyOfDetails = (name: string, { fileName }: ts.SourceFile) =>
  name === 'found' && /\/bindings\/words\/(?:zh\/)?(?:errors|expectations)\//.test(fileName);

describe.each(folders)('%s', (folder) => {
  const nodes = filesOf(folder).map(sourceFile).flatMap(nodesOf);

  it('prints plain sentences', () => {
    const faults = nodes.flatMap((node) =>
      faultsOf(textOf(node) ?? '').map((fault) => `${placeOf(node)}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('has names that say what they name', () => {
    const vague = nodes.flatMap((node) => {
      const name = declaredName(node);
      if (name === undefined || isKeyOfDetails(name, node.getSourceFile())) return [];
      return isVague(name) ? [`${placeOf(node)}: ${name}`] : [];
    });
    expect(vague).toEqual([]);
  });
});

describe('the check of words', () => {
  it.each([
    ['central less the east', '"less the"'],
    ['0.36 for each: none', '"6 for each"'],
    ['one JSON object a line', '"object a line"'],
    ['of wild: 11', '"of wild:"'],
    [`${'word '.repeat(41)}`, 'a long sentence'],
  ])('finds the habit in %j', (text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
  });

  it.each(['less than 2', '500 for each of 30 models', 'besides', 'a row', 'one per unit'])(
    'accepts %j',
    (text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );

  it('splits compounds into words', () => {
    expect(['own', 'ownFit', 'OWN_FITS', 'atEnd', 'found'].filter(isVague)).toHaveLength(5);
    expect(['shown', 'workspace', 'valueAt', 'roads'].filter(isVague)).toEqual([]);
  });
});
