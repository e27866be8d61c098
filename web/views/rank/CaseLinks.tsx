import { Link } from '@tanstack/react-router';

/** From a case to whom it resembles, and to the questions that are weighed about it. */
export function CaseLinks({ name }: { name: string }) {
  return (
    <>
      <Link className="button" to="/rank" search={{ case: name }}>
        Rank
      </Link>
      <Link className="button" to="/weigh" search={{ case: name }}>
        Weigh
      </Link>
    </>
  );
}
