package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.web.page.RecordsOnPagesCheck;

class RecordsOnPagesTest extends RecordsOnPagesCheck {}
