import { ChevronLeft } from "lucide-react";

/** The head of a page below the list of people. */
export function PeopleHead({ title, sub }: { title: string; sub?: string }) {
  return (
    <header className="top people-top">
      <a className="back" href="/admin/users">
        <ChevronLeft className="icon" aria-hidden />
        用户
      </a>
      <h1>{title}</h1>
      {sub && <p className="top-sub">{sub}</p>}
    </header>
  );
}
