<?php
/**
 * Plugin Name: Parallax
 * Description: Posts that Parallax writes name their original as the canonical address, and their language. Nothing else needs it.
 * Version: 1.0
 */

defined('ABSPATH') || exit;

add_action('init', function () {
    $write = function ($allowed, $key, $post) {
        return current_user_can('edit_post', $post);
    };
    register_post_meta('post', 'parallax_canonical', [
        'type' => 'string', 'single' => true, 'show_in_rest' => true,
        'sanitize_callback' => 'sanitize_url', 'auth_callback' => $write,
    ]);
    register_post_meta('post', 'parallax_language', [
        'type' => 'string', 'single' => true, 'show_in_rest' => true,
        'sanitize_callback' => 'sanitize_text_field', 'auth_callback' => $write,
    ]);
});

add_filter('get_canonical_url', function ($url, $post) {
    return get_post_meta($post->ID, 'parallax_canonical', true) ?: $url;
}, 10, 2);

add_filter('language_attributes', function ($attributes) {
    $language = is_singular('post') ? get_post_meta(get_queried_object_id(), 'parallax_language', true) : '';
    return $language ? preg_replace('/lang="[^"]*"/', 'lang="' . esc_attr($language) . '"', $attributes) : $attributes;
});
