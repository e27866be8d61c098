import { createRouter } from '@tanstack/react-router';
import { actorRoute } from './routes/actor.tsx';
import { actorsRoute } from './routes/actors.tsx';
import { caseRoute } from './routes/case.tsx';
import { casesRoute } from './routes/cases.tsx';
import { contradictionsRoute } from './routes/contradictions.tsx';
import { documentsRoute } from './routes/documents.tsx';
import { homeRoute } from './routes/home.tsx';
import { huntRoute } from './routes/hunt.tsx';
import { journalRoute } from './routes/journal.tsx';
import { countriesRoute, disputesRoute, questionRoute } from './routes/measure.tsx';
import { namesRoute } from './routes/names.tsx';
import { rankRoute } from './routes/rank.tsx';
import { readerRoute } from './routes/reader.tsx';
import { rootRoute } from './routes/root.tsx';
import { statementsRoute } from './routes/statements.tsx';
import { timelineRoute } from './routes/timeline.tsx';
import { weighingRoute, weighRoute } from './routes/weigh.tsx';
import { yearsRoute } from './routes/years.tsx';
import { parseSearch, stringifySearch } from './search.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    documentsRoute,
    readerRoute,
    statementsRoute,
    actorsRoute,
    actorRoute,
    namesRoute,
    casesRoute,
    caseRoute,
    timelineRoute,
    contradictionsRoute,
    disputesRoute,
    questionRoute,
    countriesRoute,
    rankRoute,
    yearsRoute,
    weighRoute,
    weighingRoute,
    huntRoute,
    journalRoute,
  ]),
  // What a route's own reader does not let through is not there.
  search: { strict: true },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
