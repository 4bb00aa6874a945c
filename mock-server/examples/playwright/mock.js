import {expect, test as base} from "@playwright/test";

const MOCK = "http://127.0.0.1:4031/__mock";

/** Tests that have a mock of their own: its session goes with each request of the page, and of the test. */
export const test = base.extend({
  extraHTTPHeaders: async ({}, use, info) => use({"X-Mock-Session": info.testId}),

  /** What a test tells its mock, and asks it. */
  mock: async ({request}, use) => {
    const told = async (method, path, data) => {
      const answer = await request.fetch(MOCK + path, {method, data});
      expect(answer.ok(), await answer.text()).toBe(true);
      return answer.status() === 204 ? undefined : answer.json();
    };
    await use({
      /** Answers an operation so from now on: {code: 503, times: 1}, {example: "no-pets"}. */
      answer: (operation, answer) => told("PUT", "/answers/" + operation, answer),
      /** Spoils answers: [{answer: "reset"}], [{delay: "300"}]. */
      faults: faults => told("PUT", "/faults", faults),
      /** What there is, by path. */
      remember: things => told("PUT", "/state", things),
      /** Holds that requests came as expected: {operation: "addPet", body: {"/name": "Kit"}, times: 1}. */
      verify: async expected => expect(await told("POST", "/verifications", expected)).toMatchObject({passes: true}),
      /** What was asked and answered. */
      journal: async () => (await told("GET", "/journal")).entries,
    });
  },
});

export {expect};
