/** Details of words and numbers that a sentence repeats as they are. */
export type Words<Name extends string> = Readonly<Record<Name, string | number>>;
