/** Why rows were lost, in Chinese. */
import { because, textOf } from '../phrase.js';
import { sentenceIn } from '../sentence-in.js';
import { documents } from './documents/index.js';

/** `L1.n缺失 140 行`. */
export function lostRows({
  rows,
  ...why
}: Parameters<typeof because>[0] & { readonly rows: number }): string {
  return `${reasonText(why)} ${rows} 行`;
}

/** A reason with its names, in Chinese. */
export function reasonText(why: Parameters<typeof because>[0]): string {
  return textOf(because(why), {
    sentence: (said, texts) => sentenceIn(documents.sentences, said, texts),
    told: ({ text }) => text,
    warned: ({ message }) => message,
  });
}
