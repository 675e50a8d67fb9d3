/** A page of the names in a bucket, as ListObjectsV2 of S3 writes it with names in the form of addresses. */
import { Parser } from 'saxen';

export interface ListPage {
  readonly objects: readonly StoredObject[];
  /** Where the next page begins, if there is one. */
  readonly next: string | undefined;
}

export interface StoredObject {
  readonly name: string;
  readonly bytes: number;
  /** What changes with the contents. */
  readonly tag: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Reads the XML of a page. Throws if it is damaged, or has an object without a name or size. */
export function readListPage(xml: string): ListPage {
  const objects: StoredObject[] = [];
  const path: string[] = [];
  let fields: Record<string, string> = {};
  let [next, isTruncated] = [undefined as string | undefined, false];
  const parser = new Parser();
  parser.on('openTag', (name) => {
    path.push(name);
    if (name === 'Contents') fields = {};
  });
  parser.on('text', (text, decode) => {
    const [parent, name] = path.slice(-2);
    if (parent === 'Contents') fields[name!] = (fields[name!] ?? '') + decode(text);
    else if (name === 'NextContinuationToken') next = (next ?? '') + decode(text);
    else if (name === 'IsTruncated') isTruncated = text.trim() === 'true';
  });
  parser.on('closeTag', (name) => {
    path.pop();
    if (name !== 'Contents') return;
    objects.push(objectOf(fields));
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
  return { objects, next: isTruncated ? next : undefined };
}

function objectOf({ Key, Size, ETag = '', LastModified = '' }: Record<string, string>) {
  const bytes = Number(Size);
  if (Key === undefined || !Number.isSafeInteger(bytes)) throw new TypeError('no object');
  const name = decodeURIComponent(Key.replaceAll('+', ' '));
  return { name, bytes, tag: ETag, modified: Date.parse(LastModified) };
}
