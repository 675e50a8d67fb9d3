/**
 * Comments of members in declarations that have none in the source, because their name says what they are: an editor shows
 * them. A member is found as `Type.member` or by its name.
 */
import ts from 'typescript';
import { data } from './data.mjs';
import { details } from './details.mjs';
import { reports } from './reports.mjs';
import { results } from './results.mjs';

const comments = new Map(
  [details, reports, data, results]
    .flatMap((text) => text.trim().split('\n'))
    .map((line) => line.split(/: (.*)/, 2)),
);

const isMember = (node) => ts.isPropertySignature(node) || ts.isMethodSignature(node);

/** The text with a comment at each member that lacks one. */
export function withComments(code) {
  const source = ts.createSourceFile('a.d.ts', code, ts.ScriptTarget.Latest, true);
  const places = [];
  const visit = (node, type) => {
    if (isMember(node) && ts.getJSDocCommentsAndTags(node).length === 0) {
      const name = node.name.text ?? '';
      const comment = comments.get(`${type}.${name}`) ?? comments.get(name);
      if (comment !== undefined) places.push([node.getStart(), comment]);
    }
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
    ts.forEachChild(node, (child) => visit(child, isType ? node.name.text : type));
  };
  visit(source, '');
  return places.reduceRight(
    (text, [place, comment]) => `${text.slice(0, place)}/** ${comment} */ ${text.slice(place)}`,
    code,
  );
}
