/** What a person does in a page of Firefox: finds things by role and name, reads, presses, types. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';

/** Milliseconds that a page has for what a person waits for, on any machine. */
const PATIENCE = 60_000;

export interface Person {
  readonly page: Page;
  /** Waits for an element of this role and exact name. */
  find(role: string, name: string): Promise<ElementHandle>;
  /** Waits until the page shows a text. */
  reads(text: string | RegExp): Promise<void>;
  press(name: string, role?: string): Promise<void>;
  /** Writes into a field in place of its text, and leaves it. */
  write(role: string, name: string, text: string): Promise<void>;
  choose(name: string, value: string): Promise<void>;
  valueOf(role: string, name: string): Promise<string>;
  /** Types over all of a field's text. */
  retype(field: ElementHandle, text: string): Promise<void>;
  openFile(name: string, content: string): Promise<void>;
}

/** @param folder - where the files of this person are */
export function personAt(page: Page, folder: string): Person {
  page.setDefaultTimeout(PATIENCE);
  const find = async (role: string, name: string) => {
    const quoted = name.replaceAll('"', '\\"');
    const found = await page.waitForSelector(`::-p-aria([role="${role}"][name="${quoted}"])`);
    return found!;
  };
  const retype = async (field: ElementHandle, text: string) => {
    await field.focus();
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(text);
  };
  return {
    page,
    find,
    async reads(text) {
      const pattern =
        typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source;
      const isShown = (source: string) => new RegExp(source).test(document.body.innerText);
      await page.waitForFunction(isShown, { polling: 50 }, pattern);
    },
    press: async (name, role = 'button') => (await find(role, name)).click(),
    retype,
    async write(role, name, text) {
      await retype(await find(role, name), text);
      await page.keyboard.press('Tab');
    },
    choose: async (name, value) => void (await (await find('combobox', name)).select(value)),
    valueOf: async (role, name) =>
      (await find(role, name)).evaluate((field) => (field as HTMLInputElement).value),
    async openFile(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      const field = await page.waitForSelector(
        '::-p-xpath(//label[starts-with(., "Open a file")]/input)',
      );
      await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
    },
  };
}
