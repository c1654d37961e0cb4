import { answerOutlets } from "@/lib/articles/outlets-endpoint";

export { answerOutlets as GET };
