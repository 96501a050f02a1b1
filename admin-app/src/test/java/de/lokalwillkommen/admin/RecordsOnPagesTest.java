package de.lokalwillkommen.admin;

import de.lokalwillkommen.web.page.RecordsOnPagesCheck;

class RecordsOnPagesTest extends RecordsOnPagesCheck {}
