import { afterAll, beforeAll, expect, it } from 'vitest';
import { STEPS } from '../../e2e/contract.mjs';
import { launch } from '../workbench/browser.mjs';
import { Site } from './site.mjs';

let browser;
let site;
let visit;

beforeAll(async () => {
  browser = await launch();
  site = await Site.open();
  visit = await site.visit(browser);
});
afterAll(async () => {
  await visit.close();
  await site.close();
  await browser.close();
});

it.each(STEPS.map((step) => [step.name, step]))('%s', async (_, { run, expected }) => {
  const result = await visit.page.evaluate(`(${run.toString()})({ app: window.workbench.app })`);
  expect({ result, errors: visit.errors }).toEqual({ result: expected, errors: [] });
});
