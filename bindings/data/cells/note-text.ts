/** Notes below tables, by their first words. */

/** How a note begins. */
const noteStart =
  /^(注|备注|说明|附注|本表|资料来源|数据来源|来源|[*※①②†‡]|\d{1,2}[)/]\s*\p{L}|[(（]\w{1,2}[)）]\s|special values?\b|notes?\b|sources?\b|data from|last updated|footnotes?\b|quellen?\b|anmerkung|source|fuentes?\b|nota\b)/iu;
/** A letter that is explained. */
const letterStart = /^[a-z][)/]?\s+\p{L}/u;

/** True for a text that begins like a note. */
export function isNoteText(text: string): boolean {
  return noteStart.test(text) || letterStart.test(text);
}
