import { env } from "@/lib/env";
import { developersPath } from "@/lib/urls";
import { PROBLEMS, type ProblemAnswer, type ProblemName } from "./schemas/problem";

type ParameterFault = { parameter: string; detail: string };

/** What an answer of the API says instead of what was asked for. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemName,
    readonly detail: string = PROBLEMS[kind].says,
    readonly errors?: ParameterFault[],
  ) {
    super(detail);
    this.name = "Problem";
  }
  get status(): number {
    return PROBLEMS[this.kind].status;
  }
  get body(): ProblemAnswer {
    const { title, status } = PROBLEMS[this.kind];
    const type = `${env().siteUrl}${developersPath}#${this.kind}`;
    return { type, title, status, detail: this.detail, ...(this.errors && { errors: this.errors }) };
  }
}
