/* Runs Lighthouse. In (standard input): {browser, runs, pages: [address]}; out: a line of JSON for each run, with the four scores,
   layout shift, first contentful paint (ms) and what each request transferred. */

import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const { browser, runs, pages } = JSON.parse(readFileSync(0, "utf-8"));
const chromeFlags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

for (const page of pages) {
  for (const form of ["mobile", "desktop"]) {
    for (let run = 0; run < runs; run += 1) {
      const chrome = await launch({ chromePath: browser, chromeFlags });
      const config = form === "desktop" ? desktopConfig : undefined;
      const { lhr } = await lighthouse(page, { port: chrome.port, logLevel: "error", output: "json" }, config);
      chrome.kill();
      const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
      const failed = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9).map(({ id }) => id);
      const requests = lhr.audits["network-requests"].details.items.map(({ url, transferSize, resourceType }) => (
        { url, bytes: transferSize, kind: resourceType }
      ));
      const paint = lhr.audits["first-contentful-paint"].numericValue, shift = lhr.audits["cumulative-layout-shift"].numericValue;
      console.log(JSON.stringify({ page, form, scores, failed, paint, shift, requests }));
    }
  }
}
