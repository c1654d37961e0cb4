import "server-only";
import { developersPath } from "@/lib/urls";
import { openApi } from "../openapi";
import { API_PATH } from "../operations";
import { siteAddress } from "../present";
import type { Handler } from "./types";

const RESOURCES = ["articles", "categories", "tags", "securities", "search", "changes"];

export const root: Handler<"index"> = ({ site }) => ({
  name: site.name,
  version: "v1",
  documentation: siteAddress(developersPath),
  openapi: siteAddress(`${API_PATH}/openapi.json`),
  resources: Object.fromEntries(RESOURCES.map((name) => [name, siteAddress(`${API_PATH}/${name}`)])),
});

export const document: Handler<"openapi"> = ({ site }) => openApi(site);
