/**
 * What remains of visits and appointments once their people have gone: facts for the evaluation
 * without a way back, and the jobs that make them and delete what they were made from.
 */
package de.lokalwillkommen.core.visits;
