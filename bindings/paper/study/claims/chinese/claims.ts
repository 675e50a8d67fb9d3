/** Judged claims in Chinese. A clause without a rule stays in English, and numbers stay as they are. */
import type { JudgedClaim, JudgedPart } from '../../result.js';
import { estimatorText } from './estimators.js';
import {
  bootstrapText,
  changeRules,
  namesText,
  overallRule,
  overallWords,
  reasonRules,
  type Rule,
  testRules,
} from './rules.js';

export function chineseClaim(claim: JudgedClaim): JudgedClaim {
  const { parts } = claim;
  return { ...translated(claim), ...(parts && { parts: parts.map(translated) }) };
}

function translated<Judged extends JudgedClaim | JudgedPart>(judged: Judged): Judged {
  const { reason, test, changes } = judged;
  return {
    ...judged,
    reason: chineseReason(reason),
    test: chineseTest(test),
    ...(changes && { changes: changes.map(chineseChange) }),
  };
}

function chineseReason(sentence: string): string {
  const clauses = sentence.replace(/\.$/, '').split('; ');
  return `${clauses.map(reasonClause).join('；')}。`;
}

/** `T5 panel B column (2), 2SLS: ` before a clause. */
const placed =
  /^(\S+?)(?: panel (\S+))?(?: columns? (\(\d+\)(?:(?:, | and )\(\d+\))*))?, (.+?): (.+)$/s;

function reasonClause(clause: string): string {
  const [, table, panel = '', columns = '', estimator, rest] = placed.exec(clause) ?? [];
  if (rest !== undefined) {
    const place = `${panel === '' ? '' : `面板${panel}`}${columns === '' ? '' : `第${namesText(columns)}列`}`;
    return `${table!}${place}（${estimatorText(estimator!)}）：${reasonClause(rest)}`;
  }
  const written = byRules(reasonRules, clause);
  if (written !== clause) return written;
  if (clause.replace(overallRule, '').replace(/, /g, '') !== '') return clause;
  return clause
    .replace(
      overallRule,
      (_, models: string, verb: string) => namesText(models) + overallWords[verb]!,
    )
    .replace(/, /g, '，');
}

function chineseChange(sentence: string): string {
  const [, place = '', rest = sentence] = /^(\S+): (.+)$/s.exec(sentence) ?? [];
  const plain = rest.replace(/\.$/, '');
  const written = byRules(changeRules, plain);
  if (written === plain) return sentence;
  return `${place === '' ? '' : `${place}：`}${written}。`;
}

function chineseTest(test: string): string {
  const [, largest, rest = test] = /^largest p of (\d+): (.+)$/.exec(test) ?? [];
  const inner = testWords(rest);
  return largest === undefined ? inner : `${largest}个p值中最大者：${inner}`;
}

/** The rules apply from the outside to the inside. */
function testWords(test: string): string {
  for (const [pattern, write] of testRules) {
    const match = pattern.exec(test);
    if (match === null) continue;
    const [, first = '', ...others] = match;
    return write(testWords(first), ...others);
  }
  return bootstrapText(test);
}

function byRules(rules: readonly Rule[], text: string): string {
  for (const [pattern, write] of rules) {
    const match = pattern.exec(text);
    if (match !== null) return write(...match.slice(1));
  }
  return text;
}
