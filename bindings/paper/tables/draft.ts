/** A document before it is said in a language. */
import type { Phrase } from '../../words/phrase.js';
import type * as written from './document.js';

export type Document = written.Document<Phrase>;
export type Block = written.Block<Phrase>;
export type TableBlock = written.TableBlock<Phrase>;
export type TableRow = written.TableRow<Phrase>;
export type TableColumn = written.TableColumn<Phrase>;
export type Cell = written.Cell<Phrase>;
export type Fact = written.Fact<Phrase>;
export type { Form, Part } from './document.js';
